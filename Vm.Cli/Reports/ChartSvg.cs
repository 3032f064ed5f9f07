using System.Globalization;
using System.Text;
using Vm.Machine;
using Vm.Proofs.Printing;

namespace Vm.Cli.Reports;

/// <summary>A run as a picture: the machine's pages over time, and below them the page faults. Readable on light and dark ground.</summary>
static class ChartSvg
{
    const int Width = 860, Left = 64, Right = 120, Top = 56, PagesHeight = 260, Gap = 56, FaultsHeight = 120, Bottom = 48;
    const int Height = Top + PagesHeight + Gap + FaultsHeight + Bottom;
    const int PlotWidth = Width - Left - Right;

    /// <summary>The least distance of two names at the right end.</summary>
    const int LineHeight = 15;

    const string Style =
        """
        <style>
          svg { --ground: #ffffff; --ink: #1f2328; --faint: #59636e; --rule: #d1d9e0;
                --resident: #0550ae; --active: #bc4c00; --inactive: #1a7f37; --wired: #8250df; --free: #6e7781; --faults: #cf222e; }
          @media (prefers-color-scheme: dark) {
            svg { --ground: #0d1117; --ink: #f0f6fc; --faint: #9198a1; --rule: #3d444d;
                  --resident: #79c0ff; --active: #ffa657; --inactive: #56d364; --wired: #d2a8ff; --free: #b1bac4; --faults: #ff7b72; }
          }
          text { font: 12px system-ui, sans-serif; fill: var(--faint); }
          .title { font-size: 15px; font-weight: 600; fill: var(--ink); }
          .name { font-weight: 600; }
          .rule { stroke: var(--rule); stroke-width: 1; }
          polyline { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
        </style>
        """;

    /// <summary>The picture of a run.</summary>
    public static string Of(TraceReport report)
    {
        var svg = new StringBuilder();
        svg.AppendLine(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"Pages and page faults over time\">"));
        svg.AppendLine(Style);
        svg.AppendLine(Invariant($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"var(--ground)\"/>"));
        Text(svg, Left, 24, "title", $"{string.Join(", ", report.Trace.Split(' ').Select(Path.GetFileName))}: {Words.Of(report.Frames)} frames, {report.Paging.ToString().ToLowerInvariant()}");

        var records = Math.Max(report.RecordsTotal, 1);
        var pages = new Panel(Top, PagesHeight, records, report.History.Max(sample => Math.Max(sample.Resident, Math.Max(sample.Wired, sample.Free))));
        pages.Frame(svg, "pages");
        pages.Lines(svg, report.History,
            ("resident", sample => sample.Resident), ("active", sample => sample.Active), ("inactive", sample => sample.Inactive),
            ("wired", sample => sample.Wired), ("free", sample => sample.Free));

        var faults = new Panel(Top + PagesHeight + Gap, FaultsHeight, records, report.PageFaults);
        faults.Frame(svg, "page faults so far");
        faults.Lines(svg, report.History, ("faults", sample => sample.Faults));
        faults.Records(svg);
        return svg.AppendLine("</svg>").ToString();
    }

    static void Text(StringBuilder svg, double x, double y, string style, string text, string anchor = "start", string? fill = null) =>
        svg.AppendLine(Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" class=\"{style}\" text-anchor=\"{anchor}\"{(fill is null ? "" : $" style=\"fill: var(--{fill})\"")}>{System.Security.SecurityElement.Escape(text)}</text>"));

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A plot over the records that were run.</summary>
    sealed class Panel(int top, int height, long records, long most)
    {
        readonly long step = Step(most);

        double X(long at) => Left + ((double)at / records * PlotWidth);

        double Y(long value) => top + height - ((double)value / Math.Max(most, 1) * height);

        public void Frame(StringBuilder svg, string title)
        {
            Text(svg, Left, top - 12, "name", title);
            for (long value = 0; value <= most; value += step)
            {
                svg.AppendLine(Invariant($"<line class=\"rule\" x1=\"{Left}\" x2=\"{Left + PlotWidth}\" y1=\"{Y(value):0.#}\" y2=\"{Y(value):0.#}\"/>"));
                Text(svg, Left - 8, Y(value) + 4, "tick", Words.Of(value), "end");
            }
        }

        /// <summary>Draws each line, with its name where it ends.</summary>
        public void Lines(StringBuilder svg, IReadOnlyList<MachineSample> history, params (string Name, Func<MachineSample, long> Value)[] lines)
        {
            foreach (var (name, value) in lines)
            {
                var points = string.Join(' ', history.Select(sample => Invariant($"{X(sample.Records):0.#},{Y(value(sample)):0.#}")));
                svg.AppendLine(Invariant($"<polyline style=\"stroke: var(--{name})\" points=\"{points}\"/>"));
            }

            double lowest = double.MinValue;
            foreach (var (name, value) in lines.OrderBy(line => Y(line.Value(history[^1]))))
            {
                lowest = Math.Max(Y(value(history[^1])) + 4, lowest + LineHeight);
                Text(svg, Left + PlotWidth + 8, lowest, "name", $"{name} {Words.Of(value(history[^1]))}", fill: name);
            }
        }

        /// <summary>The axis of time.</summary>
        public void Records(StringBuilder svg)
        {
            for (long at = 0; at <= records; at += Step(records)) Text(svg, X(at), top + height + 18, "tick", Words.Of(at), "middle");
            Text(svg, Left + (PlotWidth / 2), top + height + 38, "tick", "records run", "middle");
        }

        /// <summary>A round number of which four to ten make the whole.</summary>
        static long Step(long whole)
        {
            long step = 1;
            while (whole / step > 50) step *= 10;
            foreach (var factor in new[] { 1, 2, 5, 10 })
            {
                if (whole / (step * factor) <= 8) return step * factor;
            }

            return step * 10;
        }
    }
}
