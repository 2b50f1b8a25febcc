package shop

import spock.lang.Rollup
import spock.lang.Specification
import spock.lang.Unroll

class SpockTest extends Specification {
    // ----
    def "adds (two) numbers"() {
        expect: 1 + 1 == 2
    }
    // ----
    def "rows of #a"() {
        expect: a > 0
        where: a << [1, 2]
    }
    // ----
    @Unroll("@shown@ #a")
    def "named rows"() {
        expect: a > 0
        where: a << [1, 2]
    }
    // ----
    @Rollup
    def "rolled up"() {
        expect: a > 0
        where: a << [1, 2]
    }
    // ----
    def "rows fail"() {
        expect: a == 1
        where: a << [1, 2, 3]
    }
    // ----
    def "has no rows"() {
        expect: a > 0
        where: a << []
    }
    // ----
    def "cannot have rows"() {
        expect: a > 0
        where: a << { -> throw new IllegalStateException("on purpose") }()
    }
    // ----
}
