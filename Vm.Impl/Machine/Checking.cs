using System.Text.Json.Serialization;

namespace Vm.Machine;

/// <summary>The check modes of <see cref="Vocabulary.ICheckMode"/>, to choose from at run time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Checking>))]
public enum Checking
{
    /// <summary><see cref="Vocabulary.Off"/>.</summary>
    [JsonStringEnumMemberName("off")]
    Off,

    /// <summary><see cref="Vocabulary.Contracts"/>.</summary>
    [JsonStringEnumMemberName("contracts")]
    Contracts,

    /// <summary><see cref="Vocabulary.Full"/>.</summary>
    [JsonStringEnumMemberName("full")]
    Full,
}
