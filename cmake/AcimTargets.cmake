# What every target of this project has in common, and the layers.
#
# A library of core/ or ui/ sees only the headers of the libraries it links: each folder is reachable by its own include
# directory (a link to the folder, below build/layers), so a header of a layer that is not linked is not found.

add_library(acim_options INTERFACE)
target_compile_options(acim_options INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wcast-align -Wformat=2 -Wdouble-promotion
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  # A contracted multiply-add rounds once instead of twice: results would depend on the instruction set.
  -ffp-contract=off)
if(ACIM_SANITIZE)
  target_compile_options(acim_options INTERFACE -fsanitize=${ACIM_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(acim_options INTERFACE -fsanitize=${ACIM_SANITIZE})
endif()
if(ACIM_COVERAGE)
  target_compile_options(acim_options INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(acim_options INTERFACE --coverage)
endif()

# acim_add_library(NAME FOLDER folder SOURCES file... [DEPENDS public...] [PRIVATE_DEPENDS private...])
# A static library of the sources of this folder, whose headers are included as "folder/header.h".
function(acim_add_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER" "SOURCES;DEPENDS;PRIVATE_DEPENDS")
  set(layer ${CMAKE_BINARY_DIR}/layers/${arg_FOLDER})
  file(MAKE_DIRECTORY ${layer})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${layer}/${arg_FOLDER} SYMBOLIC)
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} PUBLIC ${layer})
  target_link_libraries(${name} PUBLIC ${arg_DEPENDS} PRIVATE acim_options ${arg_PRIVATE_DEPENDS})
endfunction()

# acim_add_test(NAME SOURCES file... DEPENDS library...): a GoogleTest program, each test of it known to CTest.
function(acim_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;LABELS")
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  # What is tested is optimised; the tests themselves need not be, and compile in half the time.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  target_link_libraries(${name} PRIVATE acim_options acim_test_support ${arg_DEPENDS} GTest::gmock GTest::gtest_main)
  set(labels)
  if(arg_LABELS)
    set(labels LABELS ${arg_LABELS})
  endif()
  # One value each: gtest_discover_tests takes a list of variables apart.
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 120 PROPERTIES
    TIMEOUT 600 ${labels}
    ENVIRONMENT "OMP_WAIT_POLICY=passive"
    ENVIRONMENT_MODIFICATION "QT_QPA_PLATFORM=set:offscreen")
endfunction()
