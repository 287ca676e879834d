/// @file  All of cotejo.
#pragma once

#include "cotejo/align.hpp"
#include "cotejo/anchor.hpp"
#include "cotejo/dictionary.hpp"
#include "cotejo/document.hpp"
#include "cotejo/embeddings.hpp"
#include "cotejo/error.hpp"
#include "cotejo/exchange.hpp"
#include "cotejo/lexicon.hpp"
#include "cotejo/lexicon_tables.hpp"
#include "cotejo/origin.hpp"
#include "cotejo/segment.hpp"
#include "cotejo/sink.hpp"
#include "cotejo/span.hpp"
#include "cotejo/text.hpp"
#include "cotejo/tmx.hpp"
#include "cotejo/unit.hpp"
