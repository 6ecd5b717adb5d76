#include "network/pickle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "network/storage.h"
#include "pickle_writer.h"

namespace acim {
namespace {

using test::PickleWriter;

/// What a state dict may mention.
PickleRules rules() {
  return {[](std::string_view global) {
    return global == "collections OrderedDict" || global.starts_with("torch._utils _rebuild_") ||
           storage_type(global).has_value();
  }};
}

/// Reads a pickle and all tensors in it.
std::string error_of(const PickleWriter& writer, const PickleRules& allowed = rules()) {
  const std::vector<std::byte> bytes = writer.bytes();
  try {
    const Pickle pickle = read_pickle(bytes, "file.pth", allowed);
    storages_of(pickle, "file.pth");
    check_calls(pickle, "file.pth");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "no error";
}

TEST(Pickle, ReadsDictionariesListsNumbersAndTexts) {
  PickleWriter pickle;
  pickle.protocol()
      .raw("}q\x01(")
      .text("epoch")
      .integer(-7)
      .text("list")
      .raw("](K\x05M")
      .raw(std::string("\x00\x01", 2))
      .raw("e");
  pickle.text("flag").raw("\x88").text("none").raw("Nu.");
  const std::vector<std::byte> bytes = pickle.bytes();
  const Pickle read = read_pickle(bytes, "file", rules());
  const PickleNode& value = read.root_node();
  ASSERT_EQ(value.kind, PickleKind::dictionary);
  ASSERT_EQ(value.items.size(), 8U);
  EXPECT_EQ(read.item(value, 0).text, "epoch");
  EXPECT_EQ(read.item(value, 1).integer, -7);
  EXPECT_EQ(read.item(read.item(value, 3), 1).integer, 256);
  EXPECT_EQ(read.item(value, 5).integer, 1);
  EXPECT_EQ(read.item(value, 7).kind, PickleKind::none);
  EXPECT_EQ(read.end, bytes.size());
}

TEST(Pickle, ReadsOnePickleBehindAnother) {
  const std::vector<std::byte> bytes = test::to_bytes("K\x01.K\x02.K\x03i");
  const Pickle second = read_pickle(bytes, "file", rules(), 3);
  EXPECT_EQ(second.root_node().integer, 2);
  EXPECT_EQ(second.root_node().offset, 3U);
  EXPECT_EQ(second.end, 6U);
  try {
    read_pickle(bytes, "file", rules(), second.end);
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("file, offset 8"));
  }
}

TEST(Pickle, ReadsFloatsAndLongs) {
  PickleWriter pickle;
  pickle.protocol()
      .raw("(")
      .raw(std::string("G\x3F\xF8\0\0\0\0\0\0", 9))
      .raw(std::string("\x8A\x01\xFF", 3))
      .raw(std::string("\x8A\0", 2));
  pickle.raw("t.");
  const Pickle read = read_pickle(pickle.bytes(), "file", rules());
  EXPECT_EQ(read.item(read.root_node(), 0).real, 1.5);
  EXPECT_EQ(read.item(read.root_node(), 1).integer, -1);
  EXPECT_EQ(read.item(read.root_node(), 2).integer, 0);
}

TEST(Pickle, KeepsTheBytesOfLongerIntegers) {
  const std::string magic = "\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19";
  const Pickle read = read_pickle(test::to_bytes("\x8A\x0A" + magic + "."), "file", rules());
  EXPECT_EQ(read.root_node().kind, PickleKind::long_integer);
  EXPECT_EQ(read.root_node().text, magic);
}

TEST(Pickle, ReadsTextsOfPython2) {
  const Pickle read = read_pickle(test::to_bytes(std::string("U\x02hiT\x03\0\0\0you\x86.", 14)), "file", rules());
  EXPECT_EQ(read.item(read.root_node(), 0).text, "hi");
  EXPECT_EQ(read.item(read.root_node(), 1).text, "you");
}

TEST(Pickle, ObjectsOfClassesNeedRulesThatAllowThem) {
  PickleWriter pickle;
  pickle.protocol().global("__torch__", "Network").raw(")\x81.");
  PickleRules allowed{[](std::string_view global) { return global == "__torch__ Network"; }};
  EXPECT_THAT(error_of(pickle, allowed), testing::HasSubstr("0x81"));
  allowed.objects = true;
  EXPECT_EQ(error_of(pickle, allowed), "no error");
}

TEST(Pickle, RefusesWhatWouldRunCode) {
  PickleWriter pickle;
  pickle.protocol().global("os", "system").text("touch /tmp/acim-was-here").raw("\x85R").stop();
  EXPECT_THAT(error_of(pickle), testing::HasSubstr("os system"));
  PickleWriter builtin;
  builtin.protocol().global("builtins", "eval").text("1").raw("\x85R.");
  EXPECT_THAT(error_of(builtin), testing::HasSubstr("not run here"));
  PickleWriter opcode;
  opcode.protocol().raw("i__main__\nThing\n.");  // INST
  EXPECT_THAT(error_of(opcode), testing::HasSubstr("0x69"));
}

TEST(Pickle, NamesTheOffset) {
  PickleWriter pickle;
  pickle.protocol().raw("\xFF");
  EXPECT_THAT(error_of(pickle), testing::HasSubstr("file.pth, offset 2"));
}

TEST(Pickle, RefusesMalformedStreams) {
  const std::vector<std::string> streams = {"",
                                            ".",
                                            "}",
                                            "(",
                                            "0",
                                            "R.",
                                            "e.",
                                            "(e.",
                                            "K\x01s.",
                                            "}K\x01s.",
                                            "h\x05.",
                                            "t.",
                                            "X\xFF\xFF\xFF\xFFoops.",
                                            "\x8A\xFF",
                                            "(K\x01K\x02K\x03u.",
                                            "K\x01K\x02R.",
                                            "K\x01Q.",
                                            "ctorch\nFloatStorage\n)R.",
                                            "G12",
                                            "ccollections\nOrderedDict\n(K\x01tR.",
                                            "ccollections\nOrderedDict\n(](K\x01etR.",
                                            "ctorch._utils\n_rebuild_tensor\n(K\x01K\x01))tR.",
                                            "ctorch._utils\n_rebuild_parameter\n)R.",
                                            "U\x09short.",
                                            "K\x01K\x02.",
                                            "(K\x01."};
  for (const std::string& stream : streams) {
    PickleWriter pickle;
    pickle.raw(stream);
    EXPECT_NE(error_of(pickle), "no error") << stream;
  }
}

TEST(Pickle, RefusesEndlessNames) {
  PickleWriter pickle;
  pickle.raw("c" + std::string(5000, 'a'));
  EXPECT_THAT(error_of(pickle), testing::HasSubstr("too long"));
  PickleWriter newer;
  newer.raw(std::string("\x80\x05N.", 4));
  EXPECT_THAT(error_of(newer), testing::HasSubstr("protocol"));
}

}  // namespace
}  // namespace acim
