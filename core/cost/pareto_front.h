#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace acim::cost {

struct CostAndAccuracy {
  double cost = 0;
  double accuracy = 0;
};

/// Places of the points that no other one beats: nothing is as accurate for less, or more accurate for as much. From
/// the cheapest on; of equal points the first.
std::vector<std::size_t> pareto_front(std::span<const CostAndAccuracy> points);

}  // namespace acim::cost
