#include "base/hash.h"

#include <gtest/gtest.h>

#include <string_view>

#include "base/error.h"
#include "base/file.h"
#include "test_files.h"

namespace acim {
namespace {

std::span<const std::byte> bytes(std::string_view text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

// FIPS 180-2, appendix B.
constexpr std::string_view kOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(sha256_hex(bytes("abc")), kOfAbc);
  EXPECT_EQ(sha256_hex({}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, DoesNotDependOnThePieces) {
  Sha256 hash;
  hash.add(bytes("a"));
  hash.add(bytes(""));
  Sha256 moved = std::move(hash);
  moved.add(bytes("bc"));
  EXPECT_EQ(moved.hex(), kOfAbc);
}

TEST(Sha256, HashesFiles) {
  const test::TemporaryFolder folder;
  const std::string text(1'000'000, 'a');
  write_file_atomically(folder / "f", std::string_view(text));
  EXPECT_EQ(sha256_hex_of_file(folder / "f"), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  EXPECT_THROW(sha256_hex_of_file(folder / "none"), Error);
  EXPECT_THROW(sha256_hex_of_file(folder.path()), Error);
  std::stop_source stopped;
  stopped.request_stop();
  EXPECT_THROW(sha256_hex_of_file(folder / "f", stopped.get_token()), Error);
}

}  // namespace
}  // namespace acim
