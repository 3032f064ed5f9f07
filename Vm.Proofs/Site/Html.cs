using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Vm.Proofs.Site;

/// <summary>Markup. Whatever is put into <see cref="Of"/> is encoded, unless it is markup itself.</summary>
/// <param name="Text">The markup.</param>
readonly record struct Html(string Text)
{
    public static Html Of(Handler markup) => new(markup.ToString());

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Join('\n', parts.Select(part => part.Text)));

    public override string ToString() => Text;

    [InterpolatedStringHandler]
    public readonly struct Handler(int literalLength, int formattedCount)
    {
        readonly StringBuilder text = new(literalLength + (16 * formattedCount));

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted(Html markup) => text.Append(markup.Text);

        public void AppendFormatted(IEnumerable<Html> parts) => text.AppendJoin('\n', parts.Select(part => part.Text));

        public void AppendFormatted<T>(T value) => text.Append(WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture)));

        public override string ToString() => text.ToString();
    }
}
