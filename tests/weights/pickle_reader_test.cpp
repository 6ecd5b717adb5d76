#include "network/pickle_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "pickle_writer.h"

namespace acim {
namespace {

using test::PickleWriter;

std::string error_of(const PickleWriter& pickle) {
  const std::vector<std::byte> bytes = pickle.bytes();
  try {
    PickleReader(bytes, "file.pth").read();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "no error";
}

TEST(PickleReader, ReadsDictionariesListsNumbersAndTexts) {
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
  PickleReader reader(bytes, "file");
  const PickleValue value = reader.read();
  ASSERT_EQ(value->entries.size(), 4U);
  EXPECT_EQ(value->entries[0].first->text, "epoch");
  EXPECT_EQ(value->entries[0].second->integer, -7);
  EXPECT_EQ(value->entries[1].second->items[1]->integer, 256);
  EXPECT_EQ(value->entries[2].second->integer, 1);
  EXPECT_EQ(value->entries[3].second->kind, PickleKind::none);
  EXPECT_EQ(reader.position(), bytes.size());
}

TEST(PickleReader, ReadsFloatsAndLongs) {
  PickleWriter pickle;
  pickle.protocol()
      .raw("(")
      .raw(std::string("G\x3F\xF8\0\0\0\0\0\0", 9))
      .raw(std::string("\x8A\x01\xFF", 3))
      .raw(std::string("\x8A\0", 2));
  pickle.raw("t.");
  const std::vector<std::byte> bytes = pickle.bytes();
  PickleReader reader(bytes, "file");
  const PickleValue value = reader.read();
  EXPECT_EQ(value->items[0]->real, 1.5);
  EXPECT_EQ(value->items[1]->integer, -1);
  EXPECT_EQ(value->items[2]->integer, 0);
}

TEST(PickleReader, RefusesWhatWouldRunCode) {
  PickleWriter pickle;
  pickle.protocol().global("os", "system").text("touch /tmp/acim-was-here").raw("\x85R").stop();
  EXPECT_THAT(error_of(pickle), testing::HasSubstr("os system"));
  PickleWriter builtin;
  builtin.protocol().global("builtins", "eval").text("1").raw("\x85R.");
  EXPECT_THAT(error_of(builtin), testing::HasSubstr("not run here"));
  PickleWriter opcode;
  opcode.protocol().raw("i__main__\nThing\n.");  // INST
  EXPECT_THAT(error_of(opcode), testing::HasSubstr("opcode 105"));
}

TEST(PickleReader, NamesTheOffset) {
  PickleWriter pickle;
  pickle.protocol().raw("\xFF");
  EXPECT_THAT(error_of(pickle), testing::HasSubstr("file.pth, offset 2"));
}

TEST(PickleReader, RefusesMalformedStreams) {
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
                                            "ctorch._utils\n_rebuild_parameter\n)R."};
  for (const std::string& stream : streams) {
    PickleWriter pickle;
    pickle.raw(stream);
    EXPECT_NE(error_of(pickle), "no error") << stream;
  }
}

TEST(PickleReader, RefusesEndlessNames) {
  PickleWriter pickle;
  pickle.raw("c" + std::string(5000, 'a'));
  EXPECT_THAT(error_of(pickle), testing::HasSubstr("too long"));
  PickleWriter newer;
  newer.raw(std::string("\x80\x05N.", 4));
  EXPECT_THAT(error_of(newer), testing::HasSubstr("protocol"));
}

}  // namespace
}  // namespace acim
