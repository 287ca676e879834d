# What `cmake --install` puts where, and what find_package(cotejo) finds there.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/cotejo)
install(TARGETS cotejo EXPORT cotejo-targets)
install(DIRECTORY include/cotejo DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.hpp)
install(EXPORT cotejo-targets NAMESPACE cotejo:: DESTINATION ${package})
configure_package_config_file(src/cotejo-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/cotejo-config.cmake
  INSTALL_DESTINATION ${package})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/cotejo-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/cotejo-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/cotejo-config-version.cmake src/dependencies.cmake
        DESTINATION ${package})
if(TARGET cotejo-cli)
  install(TARGETS cotejo-cli)
endif()
