// acim dataset fetch, from a server on this machine. What the real file would take is tested on download() itself.
#include <gmock/gmock.h>
#include <csignal>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "command.h"
#include "http_server.h"
#include "test_files.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

constexpr std::int64_t kSize = 170052171;  // of cifar10

class Fetch : public testing::Test {
 protected:
  std::vector<std::string> command(const HttpServer& server) const {
    return {"dataset", "fetch", "cifar10", "--quiet", "--to", folder_ / "sets", "--url", server.url("/cifar")};
  }
  CommandResult fetch(const HttpServer& server) const { return acim(command(server)); }
  std::uintmax_t part_size() const {
    std::error_code none_yet;
    const std::uintmax_t size = std::filesystem::file_size(part_, none_yet);
    return none_yet ? 0 : size;
  }
  /// Exit code 3, one clear line that names the address and `said`; nothing fetched.
  void expect_refused(const CommandResult& result, const HttpServer& server, const std::string& said) const {
    EXPECT_EQ(result.exit_code, 3) << result.errors;
    EXPECT_TRUE(is_clear_error(result)) << result.errors;
    EXPECT_THAT(result.errors, HasSubstr(said));
    EXPECT_THAT(result.errors, HasSubstr(server.url("/cifar")));
    EXPECT_EQ(result.output, "");
    EXPECT_FALSE(std::filesystem::exists(file_));
  }

  const TemporaryFolder folder_;
  const std::filesystem::path file_ = folder_ / "sets/cifar-10-binary.tar.gz";
  const std::filesystem::path part_ = folder_ / "sets/cifar-10-binary.tar.gz.part";
};

/// Some bytes from where the client goes on, out of all that it is promised.
HttpAnswer piece(const HttpRequest& request, std::size_t bytes, bool stalls = false) {
  const std::int64_t rest = kSize - static_cast<std::int64_t>(request.first_byte);
  return {http_answer(request.first_byte == 0 ? 200 : 206, std::string(bytes, 'x'), rest), stalls};
}

TEST_F(Fetch, KeepsWhatATruncatedAnswerBroughtAndGoesOnNextTime) {
  const HttpServer server([](const HttpRequest& request) { return piece(request, 3000); });
  expect_refused(fetch(server), server, "broke off 5 times");
  EXPECT_EQ(part_size(), 15000U);
  expect_refused(fetch(server), server, "the same command continues");
  EXPECT_EQ(part_size(), 30000U);
  const std::vector<HttpRequest> requests = server.requests();
  ASSERT_EQ(requests.size(), 10U);
  EXPECT_EQ(requests[0].first_byte, 0U);
  EXPECT_EQ(requests[5].first_byte, 15000U);
}

TEST_F(Fetch, StopsWhileAServerStalls) {
  const HttpServer server([](const HttpRequest& request) { return piece(request, 100000, true); });
  RunningCommand running(command(server));
  while (running.running() && part_size() == 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ASSERT_TRUE(running.running());
  running.signal(SIGINT);
  const CommandResult stopped = running.wait();
  EXPECT_EQ(stopped.exit_code, 130) << stopped.errors;
  EXPECT_THAT(stopped.errors, HasSubstr("the same command continues"));
  EXPECT_FALSE(std::filesystem::exists(file_));
  EXPECT_GT(part_size(), 0U);
}

TEST_F(Fetch, RefusesAFileOfTheRightSizeAndAnotherContent) {
  const std::string answer = http_answer(200, std::string(kSize, 'x'));
  const HttpServer server([&](const HttpRequest&) -> HttpAnswer { return {answer}; });
  expect_refused(fetch(server), server, "is another one: SHA-256");
  EXPECT_FALSE(std::filesystem::exists(part_));
}

TEST_F(Fetch, RefusesWhatIsNoSuchFile) {
  std::string answer = http_answer(404, "<html>not here</html>");
  const HttpServer server([&](const HttpRequest&) -> HttpAnswer { return {answer}; });
  expect_refused(fetch(server), server, "status 404");
  answer = http_answer(200, "<html>log in first</html>");
  expect_refused(fetch(server), server, "broke off 5 times");
}

TEST_F(Fetch, LeavesAnotherFileOfThatNameAlone) {
  const HttpServer server([](const HttpRequest& request) { return piece(request, 1); });
  std::filesystem::create_directories(folder_ / "sets");
  std::ofstream(file_) << "mine";
  const CommandResult result = fetch(server);
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_TRUE(is_clear_error(result)) << result.errors;
  EXPECT_EQ(std::filesystem::file_size(file_), 4U);
  EXPECT_TRUE(server.requests().empty());
}

TEST_F(Fetch, SaysWhereItCannotWrite) {
  const HttpServer server([](const HttpRequest& request) { return piece(request, 1); });
  std::ofstream(folder_ / "sets") << "no folder";
  const CommandResult result = fetch(server);
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_TRUE(is_clear_error(result)) << result.errors;
  EXPECT_THAT(result.errors, HasSubstr("sets"));
}

TEST(FetchUsage, NamesTheSetsThereAre) {
  const CommandResult result = acim({"dataset", "fetch", "cifar11"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_TRUE(is_clear_error(result)) << result.errors;
  EXPECT_THAT(result.errors, HasSubstr("cifar100"));
}

}  // namespace
}  // namespace acim::test
