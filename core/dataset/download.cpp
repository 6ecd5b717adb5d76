#include "dataset/download.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "base/fetch_error.h"
#include "base/hash.h"

namespace acim {
namespace {

constexpr long kConnectSeconds = 30;
constexpr long kMostRedirects = 5;
constexpr long kOk = 200;
constexpr long kPartialContent = 206;
constexpr long kRangeNotSatisfiable = 416;

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;
struct CurlCloser {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
using Curl = std::unique_ptr<CURL, CurlCloser>;

/// How one request ended.
enum class Answer {
  complete,    ///< every byte is there
  broke_off,   ///< some are; to be continued
  start_anew,  ///< the part does not fit what the server has
};

class Transfer {
 public:
  using Clock = std::chrono::steady_clock;

  Transfer(const Download& what, std::filesystem::path part, const DownloadProgress& progress,
           const std::stop_token& stop, const DownloadLimits& limits)
      : what_(what), part_(std::move(part)), progress_(progress), stop_(stop), limits_(limits) {}

  Answer run() {
    std::error_code ignored;
    const std::uintmax_t size = std::filesystem::file_size(part_, ignored);
    have_ = ignored ? 0 : size;
    if (have_ > what_.size) return Answer::start_anew;
    if (have_ == what_.size) return Answer::complete;
    asked_from_ = have_;
    file_.reset(std::fopen(part_.c_str(), "ab"));
    if (!file_) fail_writing(errno);
    const CURLcode code = request();
    if (file_ && std::fclose(file_.release()) != 0 && disk_error_ == 0) disk_error_ = errno;
    return judge(code);
  }

  /// What ended the last request.
  const Phrase& reason() const { return reason_; }

 private:
  CURLcode request() {
    const Curl curl(curl_easy_init());
    if (!curl) throw Error(ErrorKind::output, Phrase("Error", "libcurl could not be started"));
    std::array<char, CURL_ERROR_SIZE> message{};
    const std::string range = fmt::format("{}-", have_);
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, what_.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, kMostRedirects);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    set(CURLOPT_USERAGENT, "acim-explorer");
    set(CURLOPT_ERRORBUFFER, message.data());
    if (have_ > 0) set(CURLOPT_RANGE, range.c_str());
    set(CURLOPT_WRITEFUNCTION, &Transfer::write);
    set(CURLOPT_WRITEDATA, static_cast<void*>(this));
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &Transfer::watch);
    set(CURLOPT_XFERINFODATA, static_cast<void*>(this));
    curl_ = curl.get();
    last_byte_ = Clock::now();
    const CURLcode code = curl_easy_perform(curl.get());
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status_);
    reason_ = message[0] != '\0' ? message.data() : curl_easy_strerror(code);
    if (stalled_) reason_ = Phrase("Error", "no byte came for {} s").filled_with(limits_.stall.count());
    if (code == CURLE_OK)
      reason_ = Phrase("Error", "the answer ended after {} of {} bytes").filled_with(have_, what_.size);
    return code;
  }

  /// Called by libcurl with a piece of the body; anything but `count` ends the transfer.
  static std::size_t write(char* bytes, std::size_t, std::size_t count, void* self) {
    return static_cast<Transfer*>(self)->append(bytes, count);
  }

  /// Called by libcurl at least once a second; anything but 0 ends the transfer. libcurl's own limit on slowness goes
  /// by an average, which a stall lowers only after many seconds.
  static int watch(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    auto& transfer = *static_cast<Transfer*>(self);
    transfer.stalled_ = Clock::now() - transfer.last_byte_ > transfer.limits_.stall;
    return transfer.stalled_ || transfer.stop_.stop_requested() ? 1 : 0;
  }

  std::size_t append(const char* bytes, std::size_t count) {
    last_byte_ = Clock::now();
    if (!answer_known_) {
      answer_known_ = true;
      curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &status_);
      // An answer that ignores the range begins at the beginning.
      if (status_ == kOk && have_ > 0) empty_file();
    }
    if (status_ != kOk && status_ != kPartialContent) return count;  // an error page
    if (count > what_.size - have_) {
      too_long_ = true;
      return 0;
    }
    if (std::fwrite(bytes, 1, count, file_.get()) != count) {
      disk_error_ = errno;
      return 0;
    }
    have_ += count;
    if (progress_) progress_(have_, what_.size);
    return count;
  }

  void empty_file() {
    file_.reset(std::fopen(part_.c_str(), "wb"));
    if (!file_) disk_error_ = errno;
    have_ = 0;
  }

  Answer judge(CURLcode code) const {
    if (stop_.stop_requested()) throw Error(ErrorKind::cancelled, "Stopped; the same command continues the download");
    if (disk_error_ != 0) fail_writing(disk_error_);
    if (status_ == kRangeNotSatisfiable && asked_from_ > 0) return Answer::start_anew;
    if (status_ >= 400 || (code == CURLE_OK && status_ != kOk && status_ != kPartialContent)) {
      refuse_status();
    }
    if (too_long_) {
      refuse(FetchTrouble::other_content,
             Phrase("Error", "The server sends more than the {} bytes of this file").filled_with(what_.size),
             Phrase("Error", "It is another file; name the right one by --url."));
    }
    if (have_ == what_.size) return Answer::complete;
    switch (code) {
      case CURLE_UNSUPPORTED_PROTOCOL:
      case CURLE_URL_MALFORMAT:
      case CURLE_TOO_MANY_REDIRECTS:
        refuse(FetchTrouble::not_there, Phrase("Error", "The file cannot be fetched ({})").filled_with(reason_),
               Phrase("Error", "Check the address."));
      case CURLE_PEER_FAILED_VERIFICATION:
      case CURLE_SSL_CACERT_BADFILE:
        refuse(
            FetchTrouble::certificate,
            Phrase("Error", "The server's certificate was refused ({})").filled_with(reason_),
            Phrase("Error", "Check the clock and the certificates of this machine, and who answers in this network."));
      default:
        return Answer::broke_off;
    }
  }

  [[noreturn]] void refuse(FetchTrouble trouble, const Phrase& what, const Phrase& remedy) const {
    throw FetchError(trouble, ErrorKind::input, what, what_.url, remedy);
  }
  [[noreturn]] void refuse_status() const {
    constexpr long kTooManyRequests = 429;
    const Phrase what = Phrase("Error", "The server answered with status {}").filled_with(status_);
    if (status_ >= 500 || status_ == kTooManyRequests) {
      refuse(FetchTrouble::server, what,
             Phrase("Error", "The trouble is the server's: try again later; what is there is kept."));
    }
    refuse(FetchTrouble::not_there, what,
           Phrase("Error", "The file may have moved, or is not for everybody; name it by --url."));
  }
  [[noreturn]] void fail_writing(int reason) const {
    const bool full = reason == ENOSPC || reason == EDQUOT;
    throw FetchError(
        full ? FetchTrouble::full : FetchTrouble::unwritable, ErrorKind::output,
        Phrase("Error", "The download cannot be written: {}").filled_with(std::generic_category().message(reason)),
        part_.string(),
        full ? Phrase("Error", "Make room for {} MB, or name another place by --to.")
                   .filled_with((what_.size - have_) / 1000000 + 1)
             : Phrase("Error", "Let the folder be written, or name another place by --to."));
  }

  const Download& what_;
  const std::filesystem::path part_;
  const DownloadProgress& progress_;
  const std::stop_token& stop_;
  const DownloadLimits& limits_;
  CURL* curl_ = nullptr;
  File file_;
  std::uint64_t have_ = 0;
  std::uint64_t asked_from_ = 0;
  long status_ = 0;
  bool answer_known_ = false;
  bool too_long_ = false;
  bool stalled_ = false;
  Clock::time_point last_byte_;
  int disk_error_ = 0;
  Phrase reason_;
};

/// libcurl wants one thread to start it, once in a process.
void start_libcurl() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

void remove_part(const std::filesystem::path& part) {
  std::error_code error;
  std::filesystem::remove(part, error);
  if (error) {
    throw FetchError(FetchTrouble::unwritable, ErrorKind::output,
                     Phrase("Error", "The broken part cannot be removed: {}").filled_with(error.message()),
                     part.string());
  }
}

/// Requests until all bytes are there.
void complete_part(const Download& what, const std::filesystem::path& part, const DownloadProgress& progress,
                   const std::stop_token& stop, const DownloadLimits& limits) {
  Phrase reason("Error", "no attempt was made");
  for (int attempt = 0; attempt < limits.attempts; ++attempt) {
    Transfer transfer(what, part, progress, stop, limits);
    const Answer answer = transfer.run();
    if (answer == Answer::complete) return;
    if (answer == Answer::start_anew) remove_part(part);
    if (answer == Answer::broke_off) reason = transfer.reason();
  }
  throw FetchError(FetchTrouble::connection, ErrorKind::input,
                   Phrase("Error", "The download broke off {} times, last: {}").filled_with(limits.attempts, reason),
                   what.url,
                   Phrase("Error", "Look at the connection; what is there is kept, and the same command continues."));
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) {
    throw FetchError(FetchTrouble::unwritable, ErrorKind::output,
                     Phrase("Error", "The folder cannot be made: {}").filled_with(error.message()), folder.string(),
                     Phrase("Error", "Name another place by --to."));
  }
}

/// Whether the file is the one that is wanted; a folder and what cannot be read is another.
bool is_wanted(const std::filesystem::path& file, const Download& what, const std::stop_token& stop) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return false;
  try {
    return sha256_hex_of_file(file, stop) == what.sha256;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::cancelled) throw;
    return false;
  }
}

}  // namespace

DownloadOutcome download(const Download& what, const DownloadProgress& progress, const std::stop_token& stop,
                         const DownloadLimits& limits) {
  std::error_code error;
  if (std::filesystem::exists(what.destination, error)) {
    if (is_wanted(what.destination, what, stop)) return DownloadOutcome::was_there;
    throw FetchError(FetchTrouble::in_the_way, ErrorKind::input,
                     Phrase("Error", "There is another file in the place of this one"), what.destination.string(),
                     Phrase("Error", "Move it away, or name another place by --to."));
  }
  start_libcurl();
  make_folder(what.destination.parent_path());
  const std::filesystem::path part = what.destination.string() + ".part";
  // A part of an earlier, other file spoils the sum; then once more from the beginning.
  const bool continued = std::filesystem::exists(part, error);
  for (const bool last : {!continued, true}) {
    complete_part(what, part, progress, stop, limits);
    const std::string sum = sha256_hex_of_file(part, stop);
    if (sum == what.sha256) {
      std::filesystem::rename(part, what.destination, error);
      if (!error) return DownloadOutcome::fetched;
      throw FetchError(FetchTrouble::unwritable, ErrorKind::output,
                       Phrase("Error", "The file cannot be put in its place: {}").filled_with(error.message()),
                       what.destination.string());
    }
    remove_part(part);
    if (!last) continue;
    throw FetchError(
        FetchTrouble::other_content, ErrorKind::input,
        Phrase("Error", "The file fetched is another one: SHA-256 {} instead of {}").filled_with(sum, what.sha256),
        what.url,
        Phrase("Error", "Try again; if it stays so, the file on the server has changed or is damaged on its way."));
  }
  throw Error(ErrorKind::internal, "a download without an end");
}

const std::vector<FetchableSet>& fetchable_sets() {
  // Sizes and SHA-256 as in the checksums of TensorFlow Datasets (cifar.txt); addresses of
  // www.cs.toronto.edu/~kriz/cifar.html.
  static const std::vector<FetchableSet> sets = {
      {"cifar10", "CIFAR-10", "cifar-10-binary.tar.gz", "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
       "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd", 170052171},
      {"cifar100", "CIFAR-100", "cifar-100-binary.tar.gz", "https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz",
       "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec", 168513733}};
  return sets;
}

const FetchableSet& fetchable_set(const std::vector<FetchableSet>& sets, const std::string& name) {
  const auto found = std::find_if(sets.begin(), sets.end(), [&](const FetchableSet& set) { return set.name == name; });
  if (found != sets.end()) return *found;
  std::string known;
  for (const FetchableSet& set : sets) known += (known.empty() ? "" : ", ") + set.name;
  throw Error(ErrorKind::usage, Phrase("Error", "\"{}\" is no data set that can be fetched").filled_with(name), {},
              known.empty() ? Phrase("Error", "There is none.") : Phrase("Error", "Known: {}.").filled_with(known));
}

Download download_of(const FetchableSet& set, const std::filesystem::path& folder) {
  return {set.url, folder / set.file_name, set.sha256, set.size};
}

std::string dataset_specification(const FetchableSet& set, const Download& fetched) {
  return set.kind + ":" + fetched.destination.string();
}

std::filesystem::path dataset_folder() {
  const auto named = [](const char* variable) -> std::filesystem::path {
    const char* value = std::getenv(variable);
    return value == nullptr ? "" : value;
  };
  const std::filesystem::path data = named("XDG_DATA_HOME");
  if (data.is_absolute()) return data / "acim-explorer" / "datasets";
  const std::filesystem::path home = named("HOME");
  if (home.is_absolute()) return home / ".local" / "share" / "acim-explorer" / "datasets";
  throw Error(ErrorKind::usage, Phrase("Error", "There is no home folder to keep data sets in"), {},
              Phrase("Error", "Name a place by --to."));
}

}  // namespace acim
