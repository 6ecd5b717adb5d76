#include "http_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace acim::test {
namespace {

constexpr int kPollMilliseconds = 20;

/// Waits for something to read; false when the server is to stop.
bool readable(int descriptor, const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    pollfd wanted{descriptor, POLLIN, 0};
    if (poll(&wanted, 1, kPollMilliseconds) > 0) return true;
  }
  return false;
}

HttpRequest parse(const std::string& head) {
  HttpRequest request;
  const std::size_t begin = head.find(' ') + 1;
  request.path = head.substr(begin, head.find(' ', begin) - begin);
  constexpr std::string_view kRange = "\r\nRange: bytes=";
  const std::size_t range = head.find(kRange);
  if (range != std::string::npos) request.first_byte = std::stoull(head.substr(range + kRange.size()));
  return request;
}

}  // namespace

HttpServer::HttpServer(Handler handler)
    : handler_(std::move(handler)), socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* plain = reinterpret_cast<sockaddr*>(&address);
  socklen_t length = sizeof address;
  if (bind(socket_, plain, length) != 0 || listen(socket_, 8) != 0 || getsockname(socket_, plain, &length) != 0) {
    throw std::runtime_error("no local port for the test");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

HttpServer::~HttpServer() {
  thread_.request_stop();
  thread_.join();
  close(socket_);
}

std::string HttpServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<HttpRequest> HttpServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

void HttpServer::serve(const std::stop_token& stop) {
  while (readable(socket_, stop)) {
    const int connection = accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    answer(connection, stop);
    close(connection);
  }
}

void HttpServer::answer(int connection, const std::stop_token& stop) {
  std::string head;
  std::array<char, 4096> piece{};
  while (head.find("\r\n\r\n") == std::string::npos) {
    if (!readable(connection, stop)) return;
    const ssize_t count = recv(connection, piece.data(), piece.size(), 0);
    if (count <= 0) return;
    head.append(piece.data(), static_cast<std::size_t>(count));
  }
  const HttpRequest request = parse(head);
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
  }
  const HttpAnswer answer = handler_(request);
  std::size_t sent = 0;
  while (sent < answer.bytes.size()) {
    const ssize_t count = send(connection, answer.bytes.data() + sent, answer.bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return;
    sent += static_cast<std::size_t>(count);
  }
  // Until the client gives up, which shows as an end of its stream.
  if (answer.stalls && readable(connection, stop)) recv(connection, piece.data(), piece.size(), 0);
}

std::string http_answer(int status, const std::string& body, std::int64_t claimed, const std::string& headers) {
  const std::string length = std::to_string(claimed >= 0 ? claimed : static_cast<std::int64_t>(body.size()));
  return "HTTP/1.1 " + std::to_string(status) + " Answer\r\nContent-Length: " + length + "\r\n" + headers +
         "Connection: close\r\n\r\n" + body;
}

}  // namespace acim::test
