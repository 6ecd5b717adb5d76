// Images fetched by the window, from a server on this machine and through the download that the program uses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QToolButton>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>

#include "base/hash.h"
#include "dataset/download.h"
#include "fake_evaluator.h"
#include "http_server.h"
#include "test_files.h"
#include "ui/panel/command_bar.h"
#include "ui/panel/fetch_strip.h"
#include "ui/panel/picker_button.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

using test::http_answer;
using test::HttpAnswer;
using test::HttpRequest;
using test::HttpServer;
using testing::HasSubstr;

std::string content() {
  std::string bytes;
  for (int i = 0; i < 300000; ++i) bytes += static_cast<char>((i * 31 + i / 256) % 251);
  return bytes;
}

class FetchImages : public testing::Test {
 protected:
  FetchImages() { theme.apply(ThemeChoice::light); }

  void open(HttpServer::Handler handler) {
    server = std::make_unique<HttpServer>(std::move(handler));
    open_at(server->url("/cifar"));
  }
  void open_at(const std::string& url) {
    const Download what{url, file, sha256_hex(std::as_bytes(std::span(bytes))), bytes.size()};
    WindowOptions options;
    options.run_at_start = false;
    options.fetching.sets = {{"cifar10", "CIFAR-10", bytes.size()}, {"cifar100", "CIFAR-100", bytes.size()}};
    options.fetching.fetch = [what](const std::string& name, const auto& progress, const std::stop_token& stop) {
      download(what, progress, stop, {.attempts = 2, .stall = std::chrono::seconds(20)});
      return name + ":" + what.destination.string();
    };
    window = std::make_unique<MainWindow>(test::fake_factory(40), options, &theme);
    window->resize(1280, 720);
    window->show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().is_open(); }, 20000));
  }
  QAction* entry(const QString& text) {
    for (QAction* action : window->command_bar()->images()->menu()->actions()) {
      if (action->text().startsWith(text)) return action;
    }
    return nullptr;
  }
  FetchStrip* strip() { return window->fetch_strip(); }
  bool wait_for(FetchState state) {
    return QTest::qWaitFor([this, state] { return window->image_fetch().state() == state; }, 20000);
  }
  /// Whole, or from where the client goes on.
  HttpAnswer honest(const HttpRequest& request) const {
    if (request.first_byte == 0) return {http_answer(200, bytes)};
    return {http_answer(206, bytes.substr(request.first_byte))};
  }
  /// The first bytes, then nothing more.
  HttpAnswer half(const HttpRequest& request) const {
    const auto rest = static_cast<std::int64_t>(bytes.size() - request.first_byte);
    return {http_answer(request.first_byte == 0 ? 200 : 206, bytes.substr(request.first_byte, 100000), rest), true};
  }

  const std::string bytes = content();
  const test::TemporaryFolder folder;
  const std::filesystem::path file = folder / "sets/cifar-10-binary.tar.gz";
  Theme theme;
  std::unique_ptr<HttpServer> server;
  std::unique_ptr<MainWindow> window;
};

TEST_F(FetchImages, FromTheImagesPickerToTheOpenSet) {
  open([this](const HttpRequest& request) { return honest(request); });
  EXPECT_TRUE(strip()->isHidden());
  ASSERT_NE(entry(QStringLiteral("Get CIFAR-10 (")), nullptr);
  ASSERT_NE(entry(QStringLiteral("Get CIFAR-100 (")), nullptr);
  entry(QStringLiteral("Get CIFAR-10 ("))->trigger();
  const std::string wanted = "cifar10:" + file.string();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->controller().subject().dataset == wanted; }, 20000));
  EXPECT_TRUE(std::filesystem::exists(file));
  EXPECT_TRUE(strip()->isHidden());
  // A second time it is there already.
  entry(QStringLiteral("Get CIFAR-10 ("))->trigger();
  ASSERT_TRUE(wait_for(FetchState::idle));
  EXPECT_EQ(server->requests().size(), 1U);
}

TEST_F(FetchImages, StopsAndGoesOnFromThere) {
  std::atomic<bool> stalls = true;
  open([&](const HttpRequest& request) { return stalls ? half(request) : honest(request); });
  entry(QStringLiteral("Get CIFAR-10 ("))->trigger();
  EXPECT_TRUE(strip()->isVisible());
  EXPECT_FALSE(entry(QStringLiteral("Get CIFAR-100 ("))->isEnabled());
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->image_fetch().bytes_done() > 0; }, 20000));
  EXPECT_THAT(strip()->words().toStdString(), HasSubstr("of 0.3 MB"));
  QTest::mouseClick(strip()->button(), Qt::LeftButton);
  EXPECT_EQ(window->image_fetch().state(), FetchState::stopped);
  EXPECT_THAT(strip()->words().toStdString(), HasSubstr("goes on from there"));
  EXPECT_EQ(window->controller().subject().dataset, "demo");
  stalls = false;
  QTest::mouseClick(strip()->button(), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().subject().dataset != "demo"; }, 20000));
  EXPECT_GT(server->requests().back().first_byte, 0U);
}

TEST_F(FetchImages, ATruncatedAnswerIsSaidInPlaceAndTriedAgain) {
  std::atomic<bool> truncates = true;
  open([&](const HttpRequest& request) {
    if (!truncates) return honest(request);
    HttpAnswer answer = half(request);
    answer.stalls = false;
    return answer;
  });
  entry(QStringLiteral("Get CIFAR-10 ("))->trigger();
  ASSERT_TRUE(wait_for(FetchState::failed));
  EXPECT_THAT(strip()->title().toStdString(), HasSubstr("CIFAR-10 could not be fetched"));
  EXPECT_THAT(strip()->words().toStdString(), HasSubstr("try again"));
  EXPECT_THAT(strip()->words().toStdString(), testing::Not(HasSubstr("--")));  // No words of the command line.
  EXPECT_EQ(window->controller().subject().dataset, "demo");
  truncates = false;
  QTest::mouseClick(strip()->button(), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().subject().dataset != "demo"; }, 20000));
  EXPECT_EQ(server->requests().back().first_byte, 200000U);
}

TEST_F(FetchImages, AnotherContentIsNeverOpened) {
  const std::string other(bytes.size(), 'x');
  open([&](const HttpRequest&) -> HttpAnswer { return {http_answer(200, other)}; });
  entry(QStringLiteral("Get CIFAR-10 ("))->trigger();
  ASSERT_TRUE(wait_for(FetchState::failed));
  EXPECT_THAT(strip()->words().toStdString(), HasSubstr("SHA-256"));
  EXPECT_THAT(strip()->words().toStdString(), HasSubstr("changed on the server"));
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_EQ(window->controller().subject().dataset, "demo");
  QTest::mouseClick(strip()->close_button(), Qt::LeftButton);
  EXPECT_TRUE(strip()->isHidden());
  EXPECT_TRUE(entry(QStringLiteral("Get CIFAR-100 ("))->isEnabled());
}

TEST_F(FetchImages, EachTroubleHasItsOwnRemedy) {
  int status = 404;
  open([&](const HttpRequest&) -> HttpAnswer { return {http_answer(status, "")}; });
  entry(QStringLiteral("Get CIFAR-10 ("))->trigger();
  ASSERT_TRUE(wait_for(FetchState::failed));
  EXPECT_THAT(strip()->words().toStdString(), HasSubstr("may have moved"));
  status = 503;
  QTest::mouseClick(strip()->button(), Qt::LeftButton);
  ASSERT_TRUE(wait_for(FetchState::failed));
  EXPECT_THAT(strip()->words().toStdString(), HasSubstr("try again later"));
  std::filesystem::create_directories(folder / "sets");
  std::ofstream(file) << "mine";
  QTest::mouseClick(strip()->button(), Qt::LeftButton);
  ASSERT_TRUE(wait_for(FetchState::failed));
  EXPECT_THAT(strip()->words().toStdString(), HasSubstr("Move that file away"));
}

TEST_F(FetchImages, WithoutANetworkItSaysWhatToDo) {
  std::string url;
  {
    const HttpServer gone([](const HttpRequest&) -> HttpAnswer { return {}; });
    url = gone.url("/cifar");  // Nobody listens there any more.
  }
  open_at(url);
  entry(QStringLiteral("Get CIFAR-10 ("))->trigger();
  ASSERT_TRUE(wait_for(FetchState::failed));
  EXPECT_THAT(strip()->words().toStdString(), HasSubstr("connection"));
}

TEST_F(FetchImages, WhatCannotBeWrittenIsSaid) {
  std::ofstream(folder / "sets") << "no folder";
  open([this](const HttpRequest& request) { return honest(request); });
  entry(QStringLiteral("Get CIFAR-10 ("))->trigger();
  ASSERT_TRUE(wait_for(FetchState::failed));
  EXPECT_THAT(strip()->words().toStdString(), HasSubstr("Let that folder be written"));
  EXPECT_THAT(strip()->words().toStdString(), HasSubstr("sets"));
}

TEST_F(FetchImages, ClosingInTheMiddleKeepsWhatIsThere) {
  open([this](const HttpRequest& request) { return half(request); });
  entry(QStringLiteral("Get CIFAR-10 ("))->trigger();
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->image_fetch().bytes_done() > 0; }, 20000));
  window->close();
  window.reset();
  EXPECT_GT(std::filesystem::file_size(file.string() + ".part"), 0U);
}

TEST(FetchNothing, OffersNothingWhereNobodyCanFetch) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  MainWindow window(test::fake_factory(40), WindowOptions{}, &theme);
  for (const QAction* action : window.command_bar()->images()->menu()->actions()) {
    EXPECT_FALSE(action->text().startsWith(QStringLiteral("Get "))) << action->text().toStdString();
  }
}

}  // namespace
}  // namespace acim::ui
