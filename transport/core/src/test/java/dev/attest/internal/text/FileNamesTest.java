package dev.attest.internal.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            page.png,page.png
            Übersicht 😀.html,Übersicht 😀.html
            ../../etc/passwd,passwd
            ..\\..\\boot.ini,boot.ini
            /abs,abs
            C:\\x.txt,x.txt
            C:x.txt,C_x.txt
            a:b*c?.txt,a_b_c_.txt
            <img src=x>.png,_img src=x_.png
            ..,attachment
            .,attachment
            '',attachment
            ' ',attachment
            folder/,attachment
            trailing. . ,trailing
            .hidden,.hidden
            CON,_CON
            nul.txt,_nul.txt
            com1.log,_com1.log
            console.log,console.log
            """)
    void keepsWhatIsHarmless(String name, String expected) {
        assertThat(FileNames.safe(name)).isEqualTo(expected);
    }

    @Test
    void replacesWhatCannotBeSeen() {
        assertThat(FileNames.safe("a\u0000b\r\nX-Evil: 1\"")).isEqualTo("a_b__X-Evil_ 1_");
        assertThat(FileNames.safe("fdp\u202Egnp.exe")).isEqualTo("fdp_gnp.exe");
        assertThat(FileNames.safe("half\uD83D.txt")).isEqualTo("half_.txt");
    }

    @Test
    void keepsTheExtensionOfALongName() {
        assertThat(FileNames.safe("x".repeat(300) + ".png")).hasSize(255).endsWith("xxx.png");
        assertThat(FileNames.safe("a." + "x".repeat(300))).hasSize(255).startsWith("a.xxx");
        assertThat(FileNames.safe("x".repeat(250) + "😀😀.png"))
                .hasSizeLessThanOrEqualTo(255)
                .endsWith("x.png");
    }

    @Test
    void namesTheStubAfterTheFile() {
        assertThat(FileNames.stub("dir/video.mp4")).isEqualTo("video.mp4.not-uploaded.txt");
        assertThat(FileNames.stub("x".repeat(300) + ".mp4")).hasSize(255).endsWith("x.mp4.not-uploaded.txt");
    }
}
