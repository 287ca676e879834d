// Uses cotejo as a program of somebody else would: by its installed headers and library alone.
#include <cotejo/cotejo.hpp>
#include <iostream>

int main() {
  const std::string key = cotejo::fold("Ángela");
  std::cout << key << '\n';
  return key == "angela" ? 0 : 1;
}
