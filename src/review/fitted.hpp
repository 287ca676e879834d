/// @file  What tests/bench/review.cpp fitted; it writes this file whole.
#pragma once

#include <array>

#include "review/coverage.hpp"
#include "review/judge.hpp"

namespace cotejo {

constexpr double usual_length = 1.12;

constexpr WordOdds fitted_odds{{
    {2.0, 0.5, -0.5, -0.5, -3.0},
    {2.0, 0.5, -0.5, -0.5, -3.0},
    {1.0, 0.2, -0.5, -0.5, -3.0},
    {0.8, 0.2, -0.5, -0.5, -2.5},
    {0.5, 0.1, -0.2, -0.2, -1.5},
    {0.5, 0.1, -0.5, -0.5, -2.5},
    {0, 0, 0, 0, 0},
}};

constexpr std::array<Judgement, judges> fitted{};

}  // namespace cotejo
