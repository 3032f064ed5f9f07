namespace Vm.Resident;

/// <summary>How a page that is given to a pager is marked.</summary>
enum LaundryKind
{
    /// <summary>Not at all: the default pager is given it next.</summary>
    None,

    /// <summary>The default pager cleans it.</summary>
    Default,

    /// <summary>An external pager cleans it.</summary>
    External,
}
