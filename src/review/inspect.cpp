#include "review/inspect.hpp"

namespace cotejo {

Suspicions inspect(const Pairing& pairing, const Knowing& known, std::vector<Finding>& neutral) {
  Suspicions out;
  suspect_coverage(pairing, known, out);
  suspect_values(pairing, known, out, neutral);
  suspect_codes(pairing, out);
  suspect_units(pairing, known, out);
  suspect_names(pairing, known, out);
  suspect_negation(pairing, known, out);
  suspect_opposites(pairing, known, out);
  suspect_foreign(pairing, known, out);
  return out;
}

}  // namespace cotejo
