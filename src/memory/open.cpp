#include "cotejo/error.hpp"
#include "memory/store.hpp"

namespace cotejo {

std::unique_ptr<Store> open_store(const std::string& location, Memory::Mode mode) {
  if (location.starts_with("postgresql://") || location.starts_with("postgres://")) {
    return open_postgres_store(location, mode);
  }
  return open_sqlite_store(location, mode);
}

}  // namespace cotejo
