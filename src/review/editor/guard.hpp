/// @file  Who may ask the editor for what.
#pragma once

#include <string>

#include "foreign/http.hpp"

namespace cotejo {

/// Knows the token and the port of a running editor.
class Guard {
 public:
  Guard(std::string token, int port) : token_(std::move(token)), port_(port) {}

  const std::string& token() const { return token_; }

  /// The token in the page's own header, and the request from the page itself: an act needs an
  /// Origin of ours, and no browser may say that another site asks.
  bool admits(const HttpRequest& request) const;

  /// The token in the address, where a link must do: for the page, and for downloads.
  bool admits_link(const HttpRequest& request) const;

 private:
  std::string token_;
  int port_;
};

/// What every answer of the editor says to the browser: load nothing but from here, run nothing but
/// our files, sit in nobody's frame.
void shield(HttpResponse& response);

}  // namespace cotejo
