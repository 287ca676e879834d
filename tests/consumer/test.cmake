# Installs cotejo below the build folder and builds and runs the consumer against that.
set(tree ${CMAKE_CURRENT_BINARY_DIR}/consumer)
add_test(NAME install COMMAND ${CMAKE_COMMAND} --install ${PROJECT_BINARY_DIR} --prefix ${tree}/installed)
add_test(NAME consumer COMMAND ${CMAKE_CTEST_COMMAND}
  --build-and-test ${CMAKE_CURRENT_SOURCE_DIR}/consumer ${tree}/build --build-generator ${CMAKE_GENERATOR}
  --build-options -DCMAKE_PREFIX_PATH=${tree}/installed -DCMAKE_BUILD_TYPE=${CMAKE_BUILD_TYPE}
                  -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}
  --test-command ${tree}/build/consumer)
set_tests_properties(install PROPERTIES FIXTURES_SETUP installed)
set_tests_properties(consumer PROPERTIES FIXTURES_REQUIRED installed)
