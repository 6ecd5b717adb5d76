#include "cost/pareto_front.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace acim::cost {

std::vector<std::size_t> pareto_front(std::span<const CostAndAccuracy> points) {
  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (points[a].cost != points[b].cost) return points[a].cost < points[b].cost;
    return points[a].accuracy > points[b].accuracy;
  });
  std::vector<std::size_t> front;
  double best = -std::numeric_limits<double>::infinity();
  for (const std::size_t place : order) {
    if (points[place].accuracy <= best) continue;
    best = points[place].accuracy;
    front.push_back(place);
  }
  return front;
}

}  // namespace acim::cost
