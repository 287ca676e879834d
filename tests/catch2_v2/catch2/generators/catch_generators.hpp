// Catch2 2 keeps all in one header.
#pragma once
#include <catch2/catch.hpp>
