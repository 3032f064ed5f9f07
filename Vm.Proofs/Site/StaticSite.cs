namespace Vm.Proofs.Site;

/// <summary>Writes pages as files that need nothing from elsewhere.</summary>
static class StaticSite
{
    const string Style = "site.css";
    const string Script = "site.js";

    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(string folder, string name, IReadOnlyList<SitePage> pages)
    {
        foreach (var page in pages)
        {
            Save(Path.Combine(folder, page.File), Whole(page, name, pages).Text);
            foreach (var (file, picture) in page.Pictures) Save(Path.Combine(folder, file), picture);
        }

        foreach (var resource in new[] { Style, Script }) Save(Path.Combine(folder, resource), Resource(resource));
    }

    static Html Whole(SitePage page, string name, IReadOnlyList<SitePage> pages)
    {
        var up = string.Concat(page.File.Where(letter => letter == '/').Select(_ => "../"));
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{page.Title} - {name}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{up}{Style}">
            <script src="{up}{Script}" defer></script>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <header>
            <p class="name">{name}</p>
            <nav aria-label="Pages"><ul>
            {pages.Where(other => other.InMenu).Select(other => Link(other, page, up))}
            </ul></nav>
            </header>
            <main id="main" tabindex="-1">
            <h1>{page.Title}</h1>
            {page.Body}
            </main>
            </body>
            </html>

            """);
    }

    static Html Link(SitePage other, SitePage page, string up) => other == page
        ? Html.Of($"<li><a href=\"{up}{other.File}\" aria-current=\"page\">{other.Title}</a></li>")
        : Html.Of($"<li><a href=\"{up}{other.File}\">{other.Title}</a></li>");

    static void Save(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, text);
    }

    static string Resource(string name)
    {
        using var resource = typeof(StaticSite).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the library was built without {name}");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
