// Catch2 2 keeps all in one header, and Approx in a namespace of its own.
#pragma once
#include <catch2/catch.hpp>

namespace Catch {
using Catch::Detail::Approx;
}
