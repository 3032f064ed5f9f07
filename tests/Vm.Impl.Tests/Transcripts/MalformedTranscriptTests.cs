using Vm.Transcripts;

namespace Vm.Tests.Transcripts;

/// <summary>Bad transcripts, one by one: one message that names the line, what is wrong and what was expected.</summary>
public sealed class MalformedTranscriptTests
{
    static void IsRefused(string file, int line, params string[] says)
    {
        var refusal = Assert.Throws<TranscriptException>(() => TranscriptReplay.Run([file]));
        Assert.Equal((file, line), (refusal.File, refusal.Line));
        Assert.All(says, words => Assert.Contains(words, refusal.Message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void Run_MissingFile_IsRefused() => IsRefused("no such.jsonl", 0, "cannot be read");

    [Fact]
    public void Run_EmptyFile_IsRefused() => IsRefused(TranscriptText.Write([]), 0, "empty", "header");

    [Theory]
    [InlineData("hello", "not JSON: hello", "expected one object a line")]
    [InlineData("[1]", "[1]", "expected an object")]
    [InlineData("""{"i":1,"op":"vm_page_grab","args":{},"result":null,"changed":{},"events":[]}""", "no header", "\"transcript\": 1")]
    [InlineData("""{"transcript":2,"page_size":4096,"segments":[]}""", "transcript is 2", "expected 1")]
    [InlineData("""{"transcript":1,"page_size":8192,"segments":[]}""", "page_size is 8192", "expected 4096")]
    [InlineData("""{"transcript":1,"page_size":4096}""", "has no \"segments\"")]
    [InlineData("""{"transcript":1,"page_size":4096,"segments":[]}""", "cannot be bootstrapped", "0 segments")]
    [InlineData("""{"transcript":1,"page_size":4096,"segments":[{"start_frame":0,"end_frame":4,"heap_start_frame":0}]}""", "cannot be bootstrapped", "too small")]
    [InlineData("""{"transcript":1,"page_size":4096,"segments":[{"start_frame":9,"end_frame":4,"heap_start_frame":0}]}""", "segments[0]", "from 9 to 4")]
    [InlineData("""{"transcript":1,"page_size":4096,"segments":[{"start_frame":0,"end_frame":99999999999,"heap_start_frame":0}]}""", "99999999999 frames", "at most 1048576")]
    [InlineData("""{"transcript":1,"page_size":4096,"segments":[{"start_frame":0,"end_frame":99999999999999,"heap_start_frame":0}]}""", "segments[0].end_frame is 99999999999999")]
    [InlineData("""{"transcript":1,"page_size":4096,"revision":7,"segments":[{"start_frame":0,"end_frame":2048,"heap_start_frame":4}]}""", "revision is 7", "a string")]
    public void Run_BadHeader_IsRefused(string header, params string[] says) =>
        IsRefused(TranscriptText.Write([header]), 1, says);

    /// <summary>The line stands after the first two operations of the short transcript: an object o1 with a page p1.</summary>
    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{\"i\":3,", "not JSON")]
    [InlineData("""{"i":3,"i":3,"op":"vm_page_grab","args":{},"result":null,"changed":{},"events":[]}""", "not JSON")]
    [InlineData("""{"i":4,"op":"vm_page_grab","args":{},"result":null,"changed":{},"events":[]}""", "i is 4 where 3 is next")]
    [InlineData("""{"op":"vm_page_grab","args":{},"result":null,"changed":{},"events":[]}""", "no \"i\"")]
    [InlineData("""{"i":3,"op":"vm_page_grap","args":{},"result":null,"changed":{},"events":[]}""", "unknown operation \"vm_page_grap\"", "vm_page_grab, ")]
    [InlineData("""{"i":3,"op":7,"args":{},"result":null,"changed":{},"events":[]}""", "op is 7", "a string")]
    [InlineData("""{"i":3,"op":"vm_page_grab","result":null,"changed":{},"events":[]}""", "no \"args\"")]
    [InlineData("""{"i":3,"op":"vm_page_lookup","args":{"object":"o1"},"result":null,"changed":{},"events":[]}""", "lacks its argument \"offset\"", "it takes object, offset")]
    [InlineData("""{"i":3,"op":"vm_page_wire","args":{"mem":"p1","count":2},"result":null,"changed":{},"events":[]}""", "no argument \"count\"", "it takes mem")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{"mem":"p1"},"result":null,"changed":{},"events":[]}""", "no argument \"mem\"", "it takes none")]
    [InlineData("""{"i":3,"op":"vm_page_wire","args":{"mem":1},"result":null,"changed":{},"events":[]}""", "args.mem is 1", "a string")]
    [InlineData("""{"i":3,"op":"vm_page_wire","args":{"mem":"o1"},"result":null,"changed":{},"events":[]}""", "args.mem is \"o1\"", "a page's name")]
    [InlineData("""{"i":3,"op":"vm_page_wire","args":{"mem":"p01"},"result":null,"changed":{},"events":[]}""", "args.mem is \"p01\"", "a page's name")]
    [InlineData("""{"i":3,"op":"vm_page_wire","args":{"mem":"p2"},"result":null,"changed":{},"events":[]}""", "args.mem names p2", "no line before this one introduces")]
    [InlineData("""{"i":3,"op":"vm_page_lookup","args":{"object":"o2","offset":0},"result":null,"changed":{},"events":[]}""", "args.object names o2", "introduces")]
    [InlineData("""{"i":3,"op":"vm_page_lookup","args":{"object":"o1","offset":"0"},"result":null,"changed":{},"events":[]}""", "args.offset is \"0\"", "a whole number")]
    [InlineData("""{"i":3,"op":"vm_page_lookup","args":{"object":"o1","offset":18446744073709551616},"result":null,"changed":{},"events":[]}""", "args.offset is 18446744073709551616", "to 18446744073709551615")]
    [InlineData("""{"i":3,"op":"vm_page_lookup","args":{"object":"o1","offset":-4096},"result":null,"changed":{},"events":[]}""", "args.offset is -4096", "from 0")]
    [InlineData("""{"i":3,"op":"vm_page_lookup","args":{"object":"o1","offset":0.5},"result":null,"changed":{},"events":[]}""", "args.offset is 0.5", "a whole number")]
    [InlineData("""{"i":3,"op":"vm_page_grab_contig","args":{"size":4096,"selector":4},"result":null,"changed":{},"events":[]}""", "args.selector is 4", "to 3")]
    [InlineData("""{"i":3,"op":"vm_page_manage","args":{},"result":null,"changed":{},"events":[]}""", "lacks its argument \"frame\"", "it takes frame")]
    [InlineData("""{"i":3,"op":"vm_page_manage","args":{"mem":"p1","frame":3},"result":null,"changed":{},"events":[]}""", "no argument \"mem\"", "it takes frame")]
    [InlineData("""{"i":3,"op":"vm_page_manage","args":{"frame":"p1"},"result":null,"changed":{},"events":[]}""", "args.frame is \"p1\"", "a whole number")]
    [InlineData("""{"i":3,"op":"vm_page_manage","args":{"frame":2048},"result":null,"changed":{},"events":[]}""", "args.frame is 2048", "a frame of one of the segments in the header")]
    [InlineData("""{"i":3,"op":"object_create","args":{"internal":1,"size":0},"result":"o2","changed":{},"events":[]}""", "args.internal is 1", "true or false")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"changed":{},"events":[]}""", "no \"result\"")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"result":null,"events":[]}""", "no \"changed\"")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"result":null,"changed":{}}""", "no \"events\"")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"panic":"vm_page_grab"}""", "no \"in\"")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"result":null,"changed":{},"events":[4]}""", "events[0] is 4", "a string")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"result":null,"changed":{"page":{}},"events":[]}""", "no group \"page\"", "pages, objects, globals")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"result":null,"changed":{"pages":{"p1":{"bussy":true}}},"events":[]}""", "no field \"bussy\"", "busy, ")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"result":null,"changed":{"pages":{"p1":{"busy":1}}},"events":[]}""", "changed.pages.p1.busy is 1", "true or false")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"result":null,"changed":{"pages":{"p1":{"wire_count":32768}}},"events":[]}""", "wire_count is 32768", "to 32767")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"result":null,"changed":{"pages":{"p1":{"object":"p1"}}},"events":[]}""", "object is \"p1\"", "an object's name")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"result":null,"changed":{"pages":{"p4..p1":{"busy":true}}},"events":[]}""", "\"p4..p1\" is neither", "p10..p17")]
    [InlineData("""{"i":3,"op":"vm_page_lookup","args":{"object":"o1","offset":0},"result":"p1","changed":{"pages":{"p1..p999999999":{"busy":false}}},"events":[]}""", "p999999999 has changed", "introduces")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"result":null,"changed":{"objects":{"o1":{"memq":"p1"}}},"events":[]}""", "memq is \"p1\"", "a list")]
    [InlineData("""{"i":3,"op":"vm_page_grab","args":{},"result":null,"changed":{"globals":{"vm_page_active_count":4294967296}},"events":[]}""", "vm_page_active_count is 4294967296")]
    [InlineData("""{"i":3,"op":"set","args":{"writes":[["p1","busy"]]},"result":null,"changed":{},"events":[]}""", "args.writes[0] is", "a target, a field and a value")]
    [InlineData("""{"i":3,"op":"set","args":{"writes":[["p1","bussy",true]]},"result":null,"changed":{},"events":[]}""", "no field \"bussy\"")]
    [InlineData("""{"i":3,"op":"set","args":{"writes":[["o1","memq",[]]]},"result":null,"changed":{},"events":[]}""", "no field \"memq\"")]
    [InlineData("""{"i":3,"op":"set","args":{"writes":[["p1","phys_addr",4096]]},"result":null,"changed":{},"events":[]}""", "no field \"phys_addr\"")]
    [InlineData("""{"i":3,"op":"set","args":{"writes":[["f1","phys_addr",4097]]},"result":null,"changed":{},"events":[]}""", "is 4097", "a multiple of 4096")]
    [InlineData("""{"i":3,"op":"set","args":{"writes":[["f1","busy",true]]},"result":null,"changed":{},"events":[]}""", "names f1", "introduces")]
    [InlineData("""{"i":3,"op":"set","args":{"writes":[["vm","busy",true]]},"result":null,"changed":{},"events":[]}""", "is \"vm\"", "a page's name")]
    public void Run_BadOperation_IsRefused(string operation, params string[] says) =>
        IsRefused(TranscriptText.Write([.. TranscriptText.Short[..3], operation]), 4, says);

    [Fact]
    public void Run_OperationAfterAStop_IsRefused() => IsRefused(
        TranscriptText.Write([
            .. TranscriptText.Short,
            """{"i":16,"op":"vm_page_grab","args":{},"result":null,"changed":{},"events":[]}""",
        ]),
        17,
        "expected the end of the file");
}
