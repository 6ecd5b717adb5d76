#include "image_fetching.h"

#include <memory>
#include <vector>

#include "dataset/catalogue.h"
#include "dataset/download.h"

namespace acim::explorer {

ui::ImageFetching image_fetching(const std::filesystem::path& catalogue) {
  const auto sets = std::make_shared<const std::vector<FetchableSet>>(catalogue.empty() ? fetchable_sets()
                                                                                        : read_catalogue(catalogue));
  ui::ImageFetching fetching;
  for (const FetchableSet& set : *sets) fetching.sets.push_back({set.name, set.title, set.size});
  fetching.fetch = [sets](const std::string& name, const DownloadProgress& progress, const std::stop_token& stop) {
    const FetchableSet& set = fetchable_set(*sets, name);
    const Download what = download_of(set, dataset_folder());
    download(what, progress, stop);
    return dataset_specification(set, what);
  };
  return fetching;
}

}  // namespace acim::explorer
