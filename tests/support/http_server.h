#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace acim::test {

/// A request as far as these tests look at it.
struct HttpRequest {
  std::string path;
  std::uint64_t first_byte = 0;  ///< of a Range; 0: none
};

/// What is sent back, byte for byte; then the connection is closed, or is kept open to the end of the
/// test.
struct HttpAnswer {
  std::string bytes;
  bool stalls = false;  ///< sends nothing more and keeps the connection
};

/// A server on a free local port with a thread of its own: one request a connection.
class HttpServer {
 public:
  using Handler = std::function<HttpAnswer(const HttpRequest&)>;
  explicit HttpServer(Handler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::string url(const std::string& path) const;
  std::vector<HttpRequest> requests() const;

 private:
  void serve(const std::stop_token& stop);
  void answer(int connection, const std::stop_token& stop);

  Handler handler_;
  int socket_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;
  std::vector<HttpRequest> requests_;
  std::jthread thread_;
};

/// "HTTP/1.1 200 OK" and so on, with a Content-Length of `claimed` (default: the body's).
std::string http_answer(int status, const std::string& body, std::int64_t claimed = -1,
                        const std::string& headers = "");

}  // namespace acim::test
