# Inter with tabular figures: numbers that count must not change their width, and Qt 6.4 cannot switch the feature on. Needs
# fonts-inter and python3-fonttools when building; without them the window takes the fonts of the machine it runs on.
function(acim_bake_fonts target)
  set(python "")
  foreach(candidate /usr/bin/python3 python3)
    execute_process(COMMAND ${candidate} -c "import fontTools" RESULT_VARIABLE missing OUTPUT_QUIET ERROR_QUIET)
    if(NOT missing)
      set(python ${candidate})
      break()
    endif()
  endforeach()
  find_file(ACIM_INTER_REGULAR Inter-Regular.otf PATHS /usr/share/fonts/opentype/inter NO_DEFAULT_PATH)
  if(NOT python OR NOT ACIM_INTER_REGULAR)
    message(STATUS "Fonts: fonts-inter or python3-fonttools is missing, the window uses the fonts of the machine")
    return()
  endif()
  get_filename_component(folder ${ACIM_INTER_REGULAR} DIRECTORY)
  set(script ${CMAKE_SOURCE_DIR}/resources/fonts/bake_tabular_figures.py)
  set(baked "")
  foreach(weight Regular Medium SemiBold)
    string(TOLOWER ${weight} lower)
    set(font ${CMAKE_CURRENT_BINARY_DIR}/fonts/acim-sans-${lower}.otf)
    add_custom_command(OUTPUT ${font}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/fonts
      COMMAND ${python} ${script} ${folder}/Inter-${weight}.otf ${font} "ACiM Sans"
      DEPENDS ${script} ${folder}/Inter-${weight}.otf
      COMMENT "Inter ${weight} with tabular figures" VERBATIM)
    list(APPEND baked ${font})
  endforeach()
  qt_add_resources(${target} "acim_ui_fonts" PREFIX "/" BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${baked})
endfunction()
