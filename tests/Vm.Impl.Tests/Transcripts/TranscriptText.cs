using System.Runtime.CompilerServices;
using Vm.TestKit;

namespace Vm.Tests.Transcripts;

/// <summary>Transcripts for tests.</summary>
static class TranscriptText
{
    public const string Header =
        """{"transcript": 1, "page_size": 4096, "segments": [{"start_frame": 0, "end_frame": 2048, "heap_start_frame": 4}]}""";

    /// <summary>A short transcript that agrees. It has what the recordings of the tests do not, for example PAGE_WAKEUP and the counts of the buckets.</summary>
    public static readonly string[] Short =
    [
        Header,
        """{"i":1,"op":"object_create","args":{"internal":false,"size":8192},"result":"o1","changed":{"objects":{"o1":{"size":8192,"alive":true}},"globals":{"vm_object_external_count":1}},"events":[]}""",
        """{"i":2,"op":"vm_page_alloc","args":{"object":"o1","offset":0},"result":"p1","changed":{"pages":{"p1":{"frame":60,"object":"o1","external":true,"tabled":true}},"objects":{"o1":{"resident_page_count":1,"memq":["p1"]}},"globals":{"vm_object_external_pages":1}},"events":["alloc_pa order=0 selector=2 type=3 -> p1"]}""",
        """{"i":3,"op":"PAGE_ASSERT_WAIT","args":{"mem":"p1"},"result":null,"changed":{"pages":{"p1":{"wanted":true}}},"events":["assert_wait p1"]}""",
        """{"i":4,"op":"PAGE_WAKEUP","args":{"mem":"p1"},"result":null,"changed":{"pages":{"p1":{"wanted":false}}},"events":["wakeup p1"]}""",
        """{"i":5,"op":"PAGE_WAKEUP","args":{"mem":"p1"},"result":null,"changed":{},"events":[]}""",
        """{"i":6,"op":"vm_page_grab_phys_addr","args":{},"result":{"page":"p2","phys_addr":249856},"changed":{"pages":{"p2":{"frame":61}}},"events":["alloc_pa order=0 selector=2 type=3 -> p2"]}""",
        """{"i":7,"op":"vm_page_insert","args":{"mem":"p2","object":"o1","offset":4096},"result":null,"changed":{"pages":{"p2":{"object":"o1","offset":4096,"external":true,"tabled":true}},"objects":{"o1":{"resident_page_count":2,"last_alloc":4096,"memq":["p1","p2"]}},"globals":{"vm_object_external_pages":2}},"events":[]}""",
        """{"i":8,"op":"vm_page_activate","args":{"mem":"p2"},"result":null,"changed":{"pages":{"p2":{"active":true,"reference":true}},"globals":{"vm_page_active_count":1}},"events":[]}""",
        """{"i":9,"op":"vm_page_info","args":{"count":0},"result":{"returned":2048,"filled":0,"total":0},"changed":{},"events":[]}""",
        """{"i":10,"op":"vm_page_remove","args":{"mem":"p2"},"result":null,"changed":{"pages":{"p2":{"active":false,"external":false,"tabled":false}},"objects":{"o1":{"resident_page_count":1,"memq":["p1"]}},"globals":{"vm_page_active_count":0,"vm_object_external_pages":1}},"events":[]}""",
        """{"i":11,"op":"vm_page_insert","args":{"mem":"p2","object":"o1","offset":4096},"result":null,"changed":{"pages":{"p2":{"external":true,"tabled":true}},"objects":{"o1":{"resident_page_count":2,"memq":["p1","p2"]}},"globals":{"vm_object_external_pages":2}},"events":[]}""",
        """{"i":12,"op":"set","args":{"writes":[["p2","dirty",true],["o1","paging_in_progress",1],["global","vm_page_laundry_count",0]]},"result":null,"changed":{"pages":{"p2":{"dirty":true}},"objects":{"o1":{"paging_in_progress":1}}},"events":[]}""",
        """{"i":13,"op":"vm_object_assert_wait","args":{"object":"o1","event":3},"result":null,"changed":{"objects":{"o1":{"all_wanted":8}}},"events":["assert_wait o1+3"]}""",
        """{"i":14,"op":"vm_page_manage","args":{"frame":3},"result":null,"changed":{},"events":[]}""",
        """{"i":15,"op":"vm_page_insert","args":{"mem":"p2","object":"o1","offset":4096},"panic":"vm_page_insert","in":"vm_page_insert"}""",
    ];

    /// <summary>Recordings of the original module, one for each of four ways to use it.</summary>
    public static IEnumerable<string> Recordings => Directory.EnumerateFiles(TestData.PathOf("transcripts"), "*.jsonl").Order();

    /// <summary>Writes a transcript for one test and gives its path.</summary>
    public static string Write(IEnumerable<string> lines, [CallerMemberName] string name = "")
    {
        var path = TemporaryFiles.NewFile(name + ".jsonl");
        File.WriteAllLines(path, lines);
        return path;
    }

    /// <summary>The short transcript with a text of one line, counted from 1, replaced.</summary>
    public static string[] With(int line, string text, string replacement)
    {
        Assert.Contains(text, Short[line - 1], StringComparison.Ordinal);
        var lines = Short.ToArray();
        lines[line - 1] = lines[line - 1].Replace(text, replacement, StringComparison.Ordinal);
        return lines;
    }
}
