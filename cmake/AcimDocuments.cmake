# Pages (HTML with MathML) of docs/*.md and docs/user-guide/*.md, which the window's Help menu opens: made where pandoc is
# installed, as package.sh sees to. Without it the Markdown files stand for themselves.
find_program(ACIM_PANDOC pandoc)
if(NOT ACIM_PANDOC)
  return()
endif()

file(GLOB documents_of_sources CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/docs
  ${CMAKE_SOURCE_DIR}/docs/*.md ${CMAKE_SOURCE_DIR}/docs/user-guide/*.md)
set(folder ${CMAKE_BINARY_DIR}/docs)
file(MAKE_DIRECTORY ${folder}/user-guide)
# Pages name their pictures as the Markdown files do.
file(CREATE_LINK ${CMAKE_SOURCE_DIR}/docs/pictures ${folder}/pictures SYMBOLIC)
configure_file(${CMAKE_SOURCE_DIR}/packaging/page.css ${folder}/page.css COPYONLY)

set(pages)
foreach(document IN LISTS documents_of_sources)
  set(source ${CMAKE_SOURCE_DIR}/docs/${document})
  set(style page.css)
  if(document MATCHES "/")
    set(style ../page.css)
  endif()
  string(REGEX REPLACE "\\.md$" ".html" page ${document})
  string(REPLACE "README.html" "index.html" page ${page})
  file(STRINGS ${source} title LIMIT_COUNT 1 REGEX "^# ")
  string(REPLACE "# " "" title "${title}")
  add_custom_command(OUTPUT ${folder}/${page}
    COMMAND ${ACIM_PANDOC} --from gfm+tex_math_dollars --to html5 --mathml --standalone
      --lua-filter ${CMAKE_SOURCE_DIR}/packaging/page_links.lua --css ${style} --metadata "pagetitle=${title}, ACiM Explorer"
      --metadata lang=en --output ${folder}/${page} ${source}
    DEPENDS ${source} ${CMAKE_SOURCE_DIR}/packaging/page_links.lua VERBATIM)
  list(APPEND pages ${folder}/${page})
endforeach()
add_custom_target(acim_documents ALL DEPENDS ${pages})
