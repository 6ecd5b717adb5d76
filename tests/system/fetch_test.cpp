// acim dataset fetch, from a server on this machine. What the real file would take is tested on download() itself.
#include <gmock/gmock.h>
#include <csignal>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <thread>

#include "base/hash.h"
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

TEST_F(Fetch, OfACatalogueFetchesChecksAndNamesWhatOpens) {
  // Three records of CIFAR-10: a label and 3,072 bytes each.
  std::string records;
  for (const char label : {'\3', '\0', '\7'}) records += label + std::string(3072, static_cast<char>(40 + label));
  const HttpServer server([&](const HttpRequest& request) -> HttpAnswer {
    if (request.first_byte == 0) return {http_answer(200, records.substr(0, 4000), 9219)};  // It breaks off once.
    return {http_answer(206, records.substr(request.first_byte))};
  });
  const std::string catalogue = folder_ / "sets.json";
  const auto write = [&](const std::string& sum) {
    const nlohmann::json set = {
        {"name", "cifar10-small"}, {"kind", "cifar10"}, {"title", "Three images"},        {"file", "small.bin"},
        {"bytes", 9219},           {"sha256", sum},     {"url", server.url("/small.bin")}};
    std::ofstream(catalogue) << nlohmann::json{{"format", "acim-catalogue"}, {"version", 1}, {"sets", {set}}};
  };
  const std::vector<std::string> command = {"dataset",        "fetch",       "cifar10-small", "--to",
                                            folder_ / "sets", "--catalogue", catalogue,       "--quiet"};
  write(std::string(64, '0'));
  const CommandResult refused = acim(command);
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_THAT(refused.errors, HasSubstr("is another one: SHA-256"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "sets/small.bin"));

  write(sha256_hex(std::as_bytes(std::span(records))));
  const CommandResult fetched = acim(command);
  ASSERT_EQ(fetched.exit_code, 0) << fetched.errors;
  EXPECT_EQ(fetched.errors, "");
  const std::string specification = "cifar10:" + (folder_ / "sets/small.bin").string();
  EXPECT_EQ(fetched.output, "Three images is fetched; use it as\n  --dataset " + specification + "\n");
  const nlohmann::json shown = acim({"dataset", "show", specification, "--json", "-q"}).json();
  EXPECT_EQ(shown.at("images"), 3);
  EXPECT_EQ(shown.at("classes")[0].at("name"), "airplane");
  const std::size_t requests = server.requests().size();
  const nlohmann::json again = acim(command + std::vector<std::string>{"--json"}).json();
  EXPECT_EQ(again.at("fetched"), false);
  EXPECT_EQ(again.at("dataset"), specification);
  EXPECT_EQ(server.requests().size(), requests);
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
