#pragma once

#include <utility>

#include "base/error.h"

namespace acim {

/// Why a file did not come over the network, so that whoever tells of it can say what to do about that.
enum class FetchTrouble {
  connection,     ///< no server was reached, or its answers broke off: what came is kept
  certificate,    ///< the server could not prove that it is the one asked for
  not_there,      ///< the server has no such file, or does not give it to everybody
  server,         ///< the server cannot answer at present
  other_content,  ///< what the server sends is another file
  in_the_way,     ///< another file has the name of this one
  full,           ///< the disk has no room
  unwritable,     ///< the folder cannot be written
};

/// With a remedy for users of the command; a window has its own for each trouble.
class FetchError : public Error {
 public:
  /// Kind and parts as of Error.
  template <typename... Parts>
  explicit FetchError(FetchTrouble trouble, ErrorKind kind, Parts&&... parts)
      : Error(kind, std::forward<Parts>(parts)...), trouble_(trouble) {}

  FetchTrouble trouble() const { return trouble_; }

 private:
  FetchTrouble trouble_;
};

}  // namespace acim
