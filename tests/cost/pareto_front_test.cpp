#include "cost/pareto_front.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace acim::cost {
namespace {

TEST(ParetoFront, LeavesOutWhatAnotherPointBeats) {
  const std::array<CostAndAccuracy, 6> points = {{{3, 0.8}, {1, 0.5}, {2, 0.4}, {3, 0.9}, {4, 0.9}, {1, 0.5}}};
  EXPECT_THAT(pareto_front(points), testing::ElementsAre(1, 3));
  EXPECT_TRUE(pareto_front({}).empty());
}

}  // namespace
}  // namespace acim::cost
