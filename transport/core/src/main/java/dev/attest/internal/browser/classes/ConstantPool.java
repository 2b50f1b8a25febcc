package dev.attest.internal.browser.classes;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which classes a class file names. Of the file, only the constant pool is read:
 *
 * <pre>{@code
 * u4 magic  u2 minor  u2 major  u2 count  then count - 1 entries:
 * 01 u2 length, text     07 u2 index of the text with the name, such as shop/Cart or [Lshop/Cart;
 * }</pre>
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.4">JVM specification, 4.4</a>
 */
final class ConstantPool {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int TEXT = 1;
    private static final int CLASS = 7;

    /** The type of a field, an annotation, or a class in an annotation; a class that is an array. */
    private static final Pattern DESCRIPTOR = Pattern.compile("\\[*L([^;<>()]+);");

    private ConstantPool() {}

    /** Returns the names of the classes, such as {@code shop.Cart$Line}, in the order of the file. */
    static Set<String> classNames(InputStream classFile) throws IOException {
        DataInputStream data = new DataInputStream(classFile);
        if (data.readInt() != MAGIC) {
            throw new IOException("This is no class file.");
        }
        data.readInt();
        String[] texts = new String[data.readUnsignedShort()];
        List<Integer> classes = new ArrayList<>();
        for (int index = 1; index < texts.length; index++) {
            int tag = data.readUnsignedByte();
            if (tag == TEXT) {
                texts[index] = data.readUTF();
            } else if (tag == CLASS) {
                classes.add(data.readUnsignedShort());
            } else {
                data.skipNBytes(lengthOf(tag));
                // These two count as two entries.
                index += tag == 5 || tag == 6 ? 1 : 0;
            }
        }
        return names(texts, classes);
    }

    private static Set<String> names(String[] texts, List<Integer> classes) {
        Set<String> names = new LinkedHashSet<>();
        for (int index : classes) {
            add(texts[index], names);
        }
        for (String text : texts) {
            if (text != null && text.endsWith(";") && DESCRIPTOR.matcher(text).matches()) {
                add(text, names);
            }
        }
        return names;
    }

    private static void add(String text, Set<String> names) {
        Matcher descriptor = DESCRIPTOR.matcher(text);
        String name = descriptor.matches() ? descriptor.group(1) : text;
        if (!name.startsWith("[")) {
            names.add(name.replace('/', '.'));
        }
    }

    private static int lengthOf(int tag) throws IOException {
        return switch (tag) {
            // Text, method type, module, package.
            case 8, 16, 19, 20 -> 2;
            // Method handle.
            case 15 -> 3;
            // Numbers; references to fields and methods; names with types; dynamic values and calls.
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            // Long numbers.
            case 5, 6 -> 8;
            default -> throw new IOException("A constant has the unknown tag " + tag + ".");
        };
    }
}
