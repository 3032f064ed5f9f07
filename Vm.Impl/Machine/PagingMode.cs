using System.Text.Json.Serialization;

namespace Vm.Machine;

/// <summary>The paging modes of <see cref="Paging.IPagingMode"/>, to choose from at run time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PagingMode>))]
public enum PagingMode
{
    /// <summary><see cref="Paging.I386Paging"/>.</summary>
    [JsonStringEnumMemberName("i386")]
    I386,

    /// <summary><see cref="Paging.PaePaging"/>.</summary>
    [JsonStringEnumMemberName("pae")]
    Pae,

    /// <summary><see cref="Paging.FourLevelPaging"/>.</summary>
    [JsonStringEnumMemberName("x86_64")]
    X86_64,
}
