namespace Tarn.Drivers;

/// <summary>The layouts that come with the driver. Each makes a new one: what is not asked for is not in the image.</summary>
public static class KeyboardLayouts
{
    /// <summary>United States, 104 keys.</summary>
    public static KeyboardLayout UnitedStates => new(
        "US",
        plain:
            "`1234567890-=" +
            "qwertyuiop[]\\" +
            "asdfghjkl;'" +
            "\\zxcvbnm,./",
        shifted:
            "~!@#$%^&*()_+" +
            "QWERTYUIOP{}|" +
            "ASDFGHJKL:\"" +
            "|ZXCVBNM<>?");

    /// <summary>German (DIN 2137, T1). Its accents stand alone: they are put over no letter.</summary>
    public static KeyboardLayout German => new(
        "German",
        plain:
            "^1234567890ß´" +
            "qwertzuiopü+#" +
            "asdfghjklöä" +
            "<yxcvbnm,.-",
        shifted:
            "°!\"§$%&/()=?`" +
            "QWERTZUIOPÜ*'" +
            "ASDFGHJKLÖÄ" +
            ">YXCVBNM;:_",
        third:
            "  ²³   {[]}\\ " +
            "@ €        ~ " +
            "           " +
            "|      µ   ",
        decimalPoint: ',');
}
