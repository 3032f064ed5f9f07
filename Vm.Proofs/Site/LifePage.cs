using System.Globalization;
using Vm.Proofs.Printing;

namespace Vm.Proofs.Site;

/// <summary>The life of a row: a drawing of the steps between its stages, and the same as a table.</summary>
static class LifePage
{
    const int Width = 960, Height = 640, BoxWidth = 132, BoxHeight = 34;

    public static SitePage Of(LifeCycleReport report)
    {
        var steps = StatesDiagram.Arrows(report).ToList();
        return new("life.html", "Life cycle", Html.Of($"""
            <p>A row is in exactly one stage: {(report.Partition.All(claim => claim.Outcome == Outcome.Proved) ? "proved" : "not proved")}. An arrow was seen: the real code was run and took a row from one stage to the other.
            {StatesText.Tally(report)}. An operation in brackets takes a row there that it was not given. A stage is a link to its line of the table.</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Drawing of the life cycle">
            {Drawing(report, steps)}
            </div>
            {Pieces.Table("Stages", ["stage", "what it is", "what leads away"], report.States.Select(state => Row(state, steps)))}
            """));
    }

    static Html Row(AbstractState state, IEnumerable<(string From, string To, IEnumerable<string> Labels)> steps) => Html.Of(
        $"<tr id=\"stage-{state.Name}\"><th scope=\"row\">{state.Name}</th><td>{state.Sentence}</td><td><ul>{steps.Where(step => step.From == state.Name).Select(step => Html.Of($"<li>to <strong>{step.To}</strong>: {string.Join(", ", step.Labels)}</li>"))}</ul></td></tr>");

    static Html Drawing(LifeCycleReport report, IReadOnlyList<(string From, string To, IEnumerable<string> Labels)> steps)
    {
        var places = report.States.Select((state, i) => (state.Name, Angle: (2 * Math.PI * i / report.States.Count) - (Math.PI / 2)))
            .ToDictionary(pair => pair.Name, pair => (X: (Width / 2) + (380 * Math.Cos(pair.Angle)), Y: (Height / 2) + (270 * Math.Sin(pair.Angle))));
        return Html.Of($"""
            <svg class="life" viewBox="0 0 {Width} {Height}" role="group" aria-label="Stages of a row's life and the steps between them">
            <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
            {steps.Select(step => Arrow(step.From, step.To, string.Join(", ", step.Labels), places[step.From], places[step.To]))}
            {report.States.Select(state => Box(state, places[state.Name]))}
            </svg>
            """);
    }

    /// <summary>Bent to the left of its direction, so that an arrow and the one back lie apart.</summary>
    static Html Arrow(string from, string to, string label, (double X, double Y) start, (double X, double Y) end)
    {
        var (dx, dy) = (end.X - start.X, end.Y - start.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var bend = 14 + (length * 0.08);
        var (controlX, controlY) = (((start.X + end.X) / 2) + (dy / length * bend), ((start.Y + end.Y) / 2) - (dx / length * bend));
        var tip = Edge((controlX, controlY), end);
        return Html.Of($"<path class=\"step\" data-from=\"{from}\" data-to=\"{to}\" marker-end=\"url(#tip)\" d=\"M{Number(start.X)} {Number(start.Y)} Q{Number(controlX)} {Number(controlY)} {Number(tip.X)} {Number(tip.Y)}\"><title>{from} to {to}: {label}</title></path>");
    }

    /// <summary>Where a line from outside to the middle of a box meets it.</summary>
    static (double X, double Y) Edge((double X, double Y) outside, (double X, double Y) middle)
    {
        var (dx, dy) = (outside.X - middle.X, outside.Y - middle.Y);
        var scale = Math.Min(((BoxWidth / 2) + 3) / Math.Max(Math.Abs(dx), 1e-9), ((BoxHeight / 2) + 3) / Math.Max(Math.Abs(dy), 1e-9));
        return (middle.X + (dx * scale), middle.Y + (dy * scale));
    }

    static Html Box(AbstractState state, (double X, double Y) place) => Html.Of(
        $"<a href=\"#stage-{state.Name}\" data-stage=\"{state.Name}\" aria-label=\"{state.Name}: {state.Sentence}\"><rect x=\"{Number(place.X - (BoxWidth / 2))}\" y=\"{Number(place.Y - (BoxHeight / 2))}\" width=\"{BoxWidth}\" height=\"{BoxHeight}\" rx=\"8\"/><text x=\"{Number(place.X)}\" y=\"{Number(place.Y + 4)}\">{state.Name}</text></a>");

    static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
