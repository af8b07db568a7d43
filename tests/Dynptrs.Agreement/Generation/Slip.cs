namespace Dynptrs.Agreement.Generation;

/// <summary>The one mistake that is made in a program.</summary>
internal enum Slip
{
    /// <summary>What was taken is not given back.</summary>
    ReleaseLeftOut,

    /// <summary>It is not given back where the program is left early.</summary>
    ReleaseLeftOutEarly,

    /// <summary>It is given back twice.</summary>
    SecondRelease,

    /// <summary>It is used after it was given back.</summary>
    UseAfterRelease,

    /// <summary>What may be null is used.</summary>
    NullCheckLeftOut,

    /// <summary>A test is the other way round.</summary>
    TestInverted,

    /// <summary>A number may be one more than it should.</summary>
    OffByOne,

    /// <summary>A mask leaves a bit too many.</summary>
    MaskTooWide,

    /// <summary>A number is not tested.</summary>
    BoundLeftOut,

    /// <summary>What points into a packet is used after the packet may have changed.</summary>
    KeptOverChange,

    /// <summary>What leads a loop to its end is missing.</summary>
    StepLeftOut,

    /// <summary>What may only be read is written.</summary>
    WriteToReadOnly,

    /// <summary>A region is not left.</summary>
    RegionLeftOpen,

    /// <summary>Something is called that may not be called in a region.</summary>
    CallInRegion,

    /// <summary>A constant offset leads over the end.</summary>
    LengthTooLarge,
}
