# The languages of the window: resources/translations/*.ts become part of the library, as :/translations/acim-explorer_LANGUAGE.qm.
# `cmake --build BUILD --target update_translations` brings the words of the sources into them; what is new stays English until
# it is translated there (Qt Linguist, or an editor).
function(acim_add_translations target)
  file(GLOB translations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/translations/*.ts)
  set_source_files_properties(${translations} PROPERTIES OUTPUT_LOCATION ${CMAKE_CURRENT_BINARY_DIR}/translations)
  qt_add_lrelease(${target} TS_FILES ${translations} QM_FILES_OUTPUT_VARIABLE compiled)
  qt_add_resources(${target} "acim_ui_translations" PREFIX "/" BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})

  add_executable(acim_core_words core_words.cpp)
  set_target_properties(acim_core_words PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
  target_link_libraries(acim_core_words PRIVATE acim_options acim_macro acim_study acim_cost)
  set(words ${CMAKE_CURRENT_BINARY_DIR}/core_words_list.cpp)
  # Sentences of core are Phrase("Context", "pattern", ...).
  set(read_sources -locations none -no-ui-lines -no-obsolete -extensions cpp,h -tr-function-alias QT_TRANSLATE_NOOP+=Phrase
    -I ${CMAKE_SOURCE_DIR} -I ${CMAKE_SOURCE_DIR}/core
    ${CMAKE_SOURCE_DIR}/ui ${CMAKE_SOURCE_DIR}/app/explorer ${CMAKE_SOURCE_DIR}/core ${words})
  # Of English only what has another form for one.
  set(english ${CMAKE_SOURCE_DIR}/resources/translations/acim-explorer_en.ts)
  set(languages ${translations})
  list(REMOVE_ITEM languages ${english})
  add_custom_target(update_translations
    COMMAND acim_core_words > ${words}
    COMMAND Qt6::lupdate ${read_sources} -ts ${languages}
    COMMAND Qt6::lupdate ${read_sources} -pluralonly -ts ${english}
    VERBATIM)
endfunction()
