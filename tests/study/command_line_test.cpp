#include "study/command_line.h"

#include <gtest/gtest.h>

namespace acim {
namespace {

TEST(ShellWord, QuotesWhatAShellWouldRead) {
  EXPECT_EQ(shell_word("adc_bits=4:10"), "adc_bits=4:10");
  EXPECT_EQ(shell_word(""), "''");
  EXPECT_EQ(shell_word("a b"), "'a b'");
  EXPECT_EQ(shell_word("$HOME;`x`'"), "'$HOME;`x`'\\'''");
  EXPECT_EQ(shell_word("/netze/größe.pt"), "'/netze/größe.pt'");
}

TEST(CommandLine, TakesNoValueForAnOption) {
  CommandLine line("acim tradeoff");
  line.add("a b.acim");
  line.add("-x.acim");
  line.add("--label", "whole");
  line.add("--label", "-x");
  line.add("--title", "-a b");
  EXPECT_EQ(line.text(), "acim tradeoff 'a b.acim' ./-x.acim --label whole --label=-x --title='-a b'");
}

}  // namespace
}  // namespace acim
