#include "base/hash.h"

#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <system_error>
#include <vector>

#include "base/error.h"

namespace acim {

struct Sha256::State {
  struct Release {
    void operator()(EVP_MD_CTX* released) const { EVP_MD_CTX_free(released); }
  };
  std::unique_ptr<EVP_MD_CTX, Release> context{EVP_MD_CTX_new()};
};

namespace {

void require(bool succeeded) {
  if (!succeeded) throw Error(ErrorKind::internal, "OpenSSL's SHA-256 failed");
}

}  // namespace

Sha256::Sha256() : state_(std::make_unique<State>()) {
  require(state_->context != nullptr && EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) == 1);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::span<const std::byte> bytes) {
  require(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  require(EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size) == 1);
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text.push_back(kDigits[digest[i] >> 4U]);
    text.push_back(kDigits[digest[i] & 0xFU]);
  }
  return text;
}

std::string sha256_hex(std::span<const std::byte> bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

std::string sha256_hex_of_file(const std::filesystem::path& path, const std::stop_token& stop) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    throw Error(ErrorKind::input, error ? Phrase(error.message()) : Phrase("Error", "Not a file"), path.string());
  }
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw Error(ErrorKind::input, Phrase("Error", "Cannot open the file"), path.string(), std::strerror(errno));
  Sha256 hash;
  std::vector<char> piece(std::size_t{1} << 18U);
  while (file) {
    if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "Stopped", path.string());
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    hash.add(std::as_bytes(std::span(piece.data(), static_cast<std::size_t>(file.gcount()))));
  }
  if (file.bad()) throw Error(ErrorKind::input, Phrase("Error", "Cannot read the file"), path.string());
  return hash.hex();
}

}  // namespace acim
