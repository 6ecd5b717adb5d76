-- Links between Markdown files become links between their pages.
function Link(link)
  if not link.target:match("^%a+:") then
    link.target = link.target:gsub("README%.md", "index.html"):gsub("%.md$", ".html"):gsub("%.md#", ".html#")
  end
  return link
end
