#include "dataset/download.h"

#include <gmock/gmock.h>

#include <fstream>
#include <stop_token>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/fetch_error.h"
#include "base/hash.h"
#include "http_server.h"
#include "test_files.h"

namespace acim {
namespace {

using test::http_answer;
using test::HttpAnswer;
using test::HttpRequest;
using test::HttpServer;
using ::testing::HasSubstr;

std::string content() {
  std::string bytes;
  for (int i = 0; i < 200000; ++i) bytes += static_cast<char>((i * 31 + i / 256) % 251);
  return bytes;
}

/// The whole file, or the part that is asked for.
HttpAnswer honest(const std::string& bytes, const HttpRequest& request) {
  if (request.first_byte == 0) return {http_answer(200, bytes)};
  if (request.first_byte >= bytes.size()) return {http_answer(416, "")};
  return {http_answer(206, bytes.substr(request.first_byte))};
}

class DownloadTest : public testing::Test {
 protected:
  Download wanted(const HttpServer& server, const std::string& path = "/file") const {
    return {server.url(path), folder_ / "sets/file.tar.gz", sha256_hex(std::as_bytes(std::span(content_))),
            content_.size()};
  }
  std::string fetched() const {
    std::string text;
    for (const std::byte byte : test::bytes_of(folder_ / "sets/file.tar.gz")) text += std::to_integer<char>(byte);
    return text;
  }
  void leave_part(const std::string& bytes) const {
    std::filesystem::create_directories(folder_ / "sets");
    std::ofstream(part_, std::ios::binary) << bytes;
  }
  FetchTrouble trouble(const Download& what) const {
    try {
      download(what, {}, {}, {.attempts = 2, .stall = std::chrono::seconds(1)});
    } catch (const FetchError& error) {
      EXPECT_FALSE(error.remedy().empty()) << error.what();
      return error.trouble();
    }
    ADD_FAILURE() << "accepted";
    return {};
  }
  std::string refusal(const Download& what, ErrorKind kind = ErrorKind::input,
                      const DownloadLimits& limits = {.attempts = 3, .stall = std::chrono::seconds(1)}) const {
    try {
      download(what, {}, {}, limits);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), kind) << error.what();
      EXPECT_FALSE(std::filesystem::exists(what.destination));
      return error.what();
    }
    ADD_FAILURE() << "accepted";
    return "";
  }

  const test::TemporaryFolder folder_;
  const std::filesystem::path part_ = folder_ / "sets/file.tar.gz.part";
  const std::string content_ = content();
};

TEST_F(DownloadTest, FetchesAndTellsHowFarItIs) {
  const HttpServer server([&](const HttpRequest& request) { return honest(content_, request); });
  std::uint64_t last = 0;
  const auto outcome = download(wanted(server), [&](std::uint64_t done, std::uint64_t total) {
    EXPECT_GT(done, last);
    EXPECT_EQ(total, content_.size());
    last = done;
  });
  EXPECT_EQ(outcome, DownloadOutcome::fetched);
  EXPECT_EQ(last, content_.size());
  EXPECT_EQ(fetched(), content_);
  EXPECT_FALSE(std::filesystem::exists(part_));
  EXPECT_EQ(download(wanted(server)), DownloadOutcome::was_there);
  EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(DownloadTest, ContinuesWhatAnEarlierOneLeft) {
  const HttpServer server([&](const HttpRequest& request) { return honest(content_, request); });
  leave_part(content_.substr(0, 70000));
  download(wanted(server));
  EXPECT_EQ(fetched(), content_);
  ASSERT_EQ(server.requests().size(), 1U);
  EXPECT_EQ(server.requests()[0].first_byte, 70000U);
}

TEST_F(DownloadTest, ContinuesAfterAnswersThatBreakOff) {
  const HttpServer server([&](const HttpRequest& request) -> HttpAnswer {
    const std::string rest = content_.substr(request.first_byte, 80000);
    const auto claimed = static_cast<std::int64_t>(content_.size() - request.first_byte);
    return {http_answer(request.first_byte == 0 ? 200 : 206, rest, claimed)};
  });
  download(wanted(server));
  EXPECT_EQ(fetched(), content_);
  ASSERT_EQ(server.requests().size(), 3U);
  EXPECT_EQ(server.requests()[2].first_byte, 160000U);
}

TEST_F(DownloadTest, BeginsAnewWhereAServerKnowsNoRanges) {
  const HttpServer server([&](const HttpRequest&) -> HttpAnswer { return {http_answer(200, content_)}; });
  leave_part("other bytes");
  download(wanted(server));
  EXPECT_EQ(fetched(), content_);
}

TEST_F(DownloadTest, BeginsAnewWhenThePartIsOfAnotherFile) {
  const HttpServer server([&](const HttpRequest& request) { return honest(content_, request); });
  leave_part(std::string(50000, 'x'));
  download(wanted(server));
  EXPECT_EQ(fetched(), content_);
  leave_part(std::string(content_.size() + 1, 'x'));
  std::filesystem::remove(folder_ / "sets/file.tar.gz");
  download(wanted(server));
  EXPECT_EQ(fetched(), content_);
}

TEST_F(DownloadTest, GivesUpOnAServerThatStallsAndKeepsWhatIsThere) {
  const HttpServer server([&](const HttpRequest& request) -> HttpAnswer {
    const auto claimed = static_cast<std::int64_t>(content_.size() - request.first_byte);
    return {http_answer(request.first_byte == 0 ? 200 : 206, content_.substr(request.first_byte, 1000), claimed), true};
  });
  const std::string what = refusal(wanted(server), ErrorKind::input, {.attempts = 2, .stall = std::chrono::seconds(1)});
  EXPECT_THAT(what, HasSubstr("broke off 2 times"));
  EXPECT_THAT(what, HasSubstr("127.0.0.1"));
  EXPECT_EQ(std::filesystem::file_size(part_), 2000U);
}

TEST_F(DownloadTest, RefusesWrongAnswers) {
  std::string answer;
  const HttpServer server([&](const HttpRequest&) -> HttpAnswer { return {answer}; });
  answer = http_answer(404, "<html>not here</html>");
  EXPECT_THAT(refusal(wanted(server)), HasSubstr("status 404"));
  answer = http_answer(503, "");
  EXPECT_THAT(refusal(wanted(server)), HasSubstr("status 503"));
  answer = http_answer(200, "<html>log in first</html>");
  EXPECT_THAT(refusal(wanted(server)), HasSubstr("broke off 3 times"));
  std::filesystem::remove(part_);
  std::string other = content_;
  other[1234] ^= 1;
  answer = http_answer(200, other);
  EXPECT_THAT(refusal(wanted(server)), HasSubstr("is another one: SHA-256"));
  EXPECT_FALSE(std::filesystem::exists(part_));
  answer = http_answer(200, content_ + "more");
  EXPECT_THAT(refusal(wanted(server)), HasSubstr("more than the 200000 bytes"));
  answer = "nonsense\r\n\r\n";
  std::filesystem::remove(part_);
  EXPECT_THAT(refusal(wanted(server)), HasSubstr("HTTP/0.9"));
}

TEST_F(DownloadTest, TellsOneTroubleFromAnother) {
  std::string answer = http_answer(404, "");
  Download gone;
  {
    const HttpServer server([&](const HttpRequest&) -> HttpAnswer { return {answer}; });
    const Download what = wanted(server);
    gone = what;
    EXPECT_EQ(trouble(what), FetchTrouble::not_there);
    answer = http_answer(503, "");
    EXPECT_EQ(trouble(what), FetchTrouble::server);
    answer = http_answer(200, content_ + "more");
    EXPECT_EQ(trouble(what), FetchTrouble::other_content);
    std::filesystem::remove(part_);
    answer = http_answer(200, std::string(content_.size(), 'x'));
    EXPECT_EQ(trouble(what), FetchTrouble::other_content);
    answer = http_answer(200, content_);
    std::filesystem::create_directories(folder_ / "sets");
    std::filesystem::create_symlink("/dev/full", part_);
    EXPECT_EQ(trouble(what), FetchTrouble::full);
    std::filesystem::remove(part_);
    std::ofstream(what.destination) << "mine";
    EXPECT_EQ(trouble(what), FetchTrouble::in_the_way);
    std::filesystem::remove(what.destination);
    std::filesystem::create_directories(what.destination);
    EXPECT_EQ(trouble(what), FetchTrouble::in_the_way);
    std::filesystem::remove(what.destination);
  }
  EXPECT_EQ(trouble(gone), FetchTrouble::connection);
}

/// Half a gigabyte is read for seconds.
TEST_F(DownloadTest, StopsWhileItChecksToo) {
  const HttpServer server([&](const HttpRequest& request) { return honest(content_, request); });
  std::stop_source source;
  try {
    download(
        wanted(server),
        [&](std::uint64_t done, std::uint64_t total) {
          if (done == total) source.request_stop();
        },
        source.get_token());
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::cancelled);
  }
  EXPECT_TRUE(std::filesystem::exists(part_));
  download(wanted(server));
  source.request_stop();
  EXPECT_THROW(download(wanted(server), {}, source.get_token()), Error);
}

TEST_F(DownloadTest, FollowsRedirectionsWithinHttpOnly) {
  std::string place;
  const HttpServer server([&](const HttpRequest& request) -> HttpAnswer {
    if (request.path == "/file") return {http_answer(302, "", -1, "Location: " + place + "\r\n")};
    return honest(content_, request);
  });
  place = server.url("/elsewhere");
  download(wanted(server));
  EXPECT_EQ(fetched(), content_);
  std::filesystem::remove(folder_ / "sets/file.tar.gz");
  place = "file:///etc/hostname";
  EXPECT_THAT(refusal(wanted(server)), HasSubstr("cannot be fetched"));
  place = server.url("/file");
  EXPECT_THAT(refusal(wanted(server)), HasSubstr("cannot be fetched"));
}

TEST_F(DownloadTest, StopsOnRequestAndKeepsWhatIsThere) {
  const HttpServer server([&](const HttpRequest&) -> HttpAnswer {
    return {http_answer(200, content_.substr(0, 5000), static_cast<std::int64_t>(content_.size())), true};
  });
  std::stop_source source;
  try {
    download(
        wanted(server),
        [&](std::uint64_t done, std::uint64_t) {
          if (done == 5000) source.request_stop();
        },
        source.get_token());
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::cancelled);
  }
  EXPECT_EQ(std::filesystem::file_size(part_), 5000U);
}

TEST_F(DownloadTest, LeavesAnotherFileInItsPlace) {
  const HttpServer server([&](const HttpRequest& request) { return honest(content_, request); });
  std::filesystem::create_directories(folder_ / "sets");
  std::ofstream(folder_ / "sets/file.tar.gz") << "mine";
  try {
    download(wanted(server));
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("another file"));
  }
  EXPECT_EQ(fetched(), "mine");
}

TEST_F(DownloadTest, SaysWhyAFileCannotBeWritten) {
  const HttpServer server([&](const HttpRequest& request) { return honest(content_, request); });
  std::ofstream(folder_ / "sets") << "no folder";
  EXPECT_THAT(refusal(wanted(server), ErrorKind::output), HasSubstr("sets"));
}

TEST(FetchableSets, AreTheBinaryVersionsOfCifar) {
  EXPECT_EQ(fetchable_set(fetchable_sets(), "cifar10").size, 170052171U);
  EXPECT_EQ(fetchable_set(fetchable_sets(), "cifar100").file_name, "cifar-100-binary.tar.gz");
  for (const FetchableSet& set : fetchable_sets()) {
    EXPECT_EQ(set.sha256.size(), 64U);
    EXPECT_THAT(set.url, HasSubstr("https://"));
  }
  EXPECT_THROW(fetchable_set(fetchable_sets(), "cifar11"), Error);
}

}  // namespace
}  // namespace acim
