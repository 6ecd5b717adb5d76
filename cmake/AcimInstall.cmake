# What `cmake --install` and `cpack -G DEB` put where; the programs name themselves in app/.
include(GNUInstallDirs)
set(linux ${CMAKE_SOURCE_DIR}/packaging/linux)
set(documents ${CMAKE_INSTALL_DATADIR}/doc/acim-explorer)

install(FILES LICENSE ${linux}/copyright resources/fonts/OFL.txt DESTINATION ${documents})
# Without the notes on how the pictures are made.
install(DIRECTORY docs/ DESTINATION ${documents} PATTERN "pictures/README.md" EXCLUDE PATTERN "*.sh" EXCLUDE)
include(AcimDocuments)
if(TARGET acim_documents)
  install(DIRECTORY ${CMAKE_BINARY_DIR}/docs/ DESTINATION ${documents} PATTERN "pictures" EXCLUDE)
endif()

find_program(ACIM_GZIP gzip)
if(ACIM_GZIP)
  # Debian wants both compressed; -n leaves the time out, so that the same sources give the same package.
  function(acim_install_compressed file name folder)
    set(compressed ${CMAKE_BINARY_DIR}/packaging/${name}.gz)
    add_custom_command(OUTPUT ${compressed}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/packaging
      COMMAND ${ACIM_GZIP} -9nc ${file} > ${compressed} DEPENDS ${file} VERBATIM)
    add_custom_target(compressed_${name} ALL DEPENDS ${compressed})
    install(FILES ${compressed} DESTINATION ${folder})
  endfunction()
  acim_install_compressed(${CMAKE_SOURCE_DIR}/CHANGELOG.md changelog ${documents})
  acim_install_compressed(${CMAKE_SOURCE_DIR}/packaging/man/acim.1 acim.1 ${CMAKE_INSTALL_MANDIR}/man1)
  if(ACIM_BUILD_WINDOW)
    acim_install_compressed(${CMAKE_SOURCE_DIR}/packaging/man/acim-explorer.1 acim-explorer.1 ${CMAKE_INSTALL_MANDIR}/man1)
  endif()
endif()

if(ACIM_BUILD_WINDOW)
  configure_file(${linux}/acim-explorer.metainfo.xml.in packaging/io.github.acim_explorer.acim_explorer.metainfo.xml @ONLY)
  install(FILES ${CMAKE_BINARY_DIR}/packaging/io.github.acim_explorer.acim_explorer.metainfo.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${linux}/acim-explorer.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${linux}/acim-explorer-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME acim-explorer.xml)
  set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable)
  install(FILES resources/icons/application.svg DESTINATION ${icons}/apps RENAME acim-explorer.svg)
  install(FILES ${linux}/application-vnd.acim-explorer.study.svg DESTINATION ${icons}/mimetypes)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME acim-explorer)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGE_DESCRIPTION
"Runs neural networks through a bit-exact model of an SRAM analog
compute-in-memory macro and shows what each knob (rows, ADC, encoding,
noise, hybrid and voting cycles, technology) does to accuracy and energy.
.
The window is acim-explorer, the command line acim. A small network and
images for it are built in.")
set(CPACK_PACKAGE_VENDOR "The ACiM Explorer authors")
set(CPACK_PACKAGE_CONTACT "The ACiM Explorer authors <acim-explorer@users.noreply.github.com>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no linked library tells: an optimised BLAS (the reference one is 14 times slower), and a font for what Inter has not.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libopenblas0-openmp | libopenblas0, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, qt6-translations-l10n, fonts-wqy-microhei | fonts-noto-cjk")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_OUTPUT_FILE_PREFIX ${CMAKE_BINARY_DIR}/packages)
include(CPack)
