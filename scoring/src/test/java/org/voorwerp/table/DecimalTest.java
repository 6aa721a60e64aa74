package org.voorwerp.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The quick way of reading a number beside [Double#parseDouble], bit for bit.
class DecimalTest {

    private static final int NUMBERS = 200_000;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    private static void assertReadAsJavaDoes(String number) {
        byte[] bytes = Arrays.copyOf((number + ",").getBytes(StandardCharsets.US_ASCII), number.length() + 9);
        var into = new double[1];
        assertEquals(number.length(), Decimal.read(bytes, 0, into, 0), number);
        assertEquals(
                Double.doubleToRawLongBits(Double.parseDouble(number)), Double.doubleToRawLongBits(into[0]), number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.9223372036854775807",
                "0.9223372036854775808",
                "9.223372036854775807",
                "9.223372036854775808",
                "9223372.036854775807",
                "9007199.254740993",
                "9.007199254740993",
                "0.9007199254740993",
                "0.0000000000000000000001",
                "0.00000000000000000000001",
                "0.0000000000000000009007199254740993",
                "0.99999999999999994448884876874217",
                "-0.00000000000000000000",
                "0.99999999999999994",
                "0.99999999999999995",
                "99999999.99999999999",
                "1.",
                "-.5"
            })
    void theEndsOfTheQuickWayAreRight(String number) {
        assertReadAsJavaDoes(number);
    }

    @Test
    void whatProgramsWriteOfADoubleIsThatDouble() {
        for (int i = 0; i < NUMBERS; i++) {
            double value = random.nextDouble() * EightBytes.powerOfTen(random.nextInt(8));
            assertReadAsJavaDoes(new BigDecimal(Double.toString(value)).toPlainString());
            assertReadAsJavaDoes(new BigDecimal(Float.toString((float) value)).toPlainString());
        }
    }

    @Test
    void anyDigitsAreRoundedAsJavaDoes() {
        for (int i = 0; i < NUMBERS; i++) {
            var digits = new StringBuilder();
            int point = random.nextInt(0, 10);
            int length = point + random.nextInt(1, 24);
            int zeros = random.nextInt(4) == 0 ? random.nextInt(20) : 0;
            for (int digit = 0; digit < length; digit++) {
                digits.append(digit < zeros ? '0' : (char) ('0' + random.nextInt(10)));
            }
            digits.insert(point, '.').insert(0, random.nextBoolean() ? "-" : "");
            assertReadAsJavaDoes(digits.toString());
        }
    }

    /// The last digit decides to which side such a number is rounded.
    @Test
    void numbersBesideTheMiddleOfTwoDoublesAreRoundedAsJavaDoes() {
        for (int i = 0; i < NUMBERS; i++) {
            double value = random.nextDouble() * EightBytes.powerOfTen(random.nextInt(8));
            var middle = new BigDecimal(value)
                    .add(new BigDecimal(Math.nextUp(value)))
                    .divide(BigDecimal.TWO);
            int decimals = random.nextInt(14, 20);
            var below = middle.setScale(decimals, RoundingMode.DOWN);
            assertReadAsJavaDoes(below.toPlainString());
            assertReadAsJavaDoes(below.add(below.ulp()).toPlainString());
        }
    }

    /// Middles that have so few digits themselves are ties, which go to the even one.
    @Test
    void tiesGoToTheEvenNeighbour() {
        for (int i = 0; i < NUMBERS; i++) {
            // Twice a whole number of 53 bits and one, in units of a small power of one half.
            int halves = random.nextInt(1, 4);
            long odd = (random.nextLong(1L << 52, 1L << 53) << 1) + 1;
            var middle = new BigDecimal(odd).divide(new BigDecimal(1L << (30 + halves)));
            assertReadAsJavaDoes(middle.toPlainString());
            assertReadAsJavaDoes(new BigDecimal(odd)
                    .divide(BigDecimal.TWO.pow(halves))
                    .movePointLeft(random.nextInt(9, 13))
                    .toPlainString());
        }
    }

    /// A number of d decimals that is as close to the middle M = odd / 2ᵏ of two doubles as such numbers come
    /// without being it: M 10ᵈ = odd 5ᵈ / 2ᵏ⁻ᵈ is a whole number but for a few units of 1 / 2ᵏ⁻ᵈ.
    @Test
    void numbersAsCloseToTheMiddleAsCanBeAreRoundedAsJavaDoes() {
        for (int i = 0; i < NUMBERS; i++) {
            int decimals = random.nextInt(16, 23);
            int bits = random.nextInt(30, 53);
            var modulus = BigInteger.ONE.shiftLeft(bits);
            long away = 2L * random.nextInt(4) + 1;
            var odd = BigInteger.valueOf(5)
                    .pow(decimals)
                    .modInverse(modulus)
                    .multiply(BigInteger.valueOf(random.nextBoolean() ? away : -away))
                    .mod(modulus);
            // Made 54 bits long by what does not change the remainder.
            odd = odd.add(BigInteger.valueOf(random.nextLong(1L << 53, 1L << 54))
                    .shiftRight(bits)
                    .shiftLeft(bits));
            var middle = new BigDecimal(odd).divide(BigDecimal.TWO.pow(bits + decimals));
            assertReadAsJavaDoes(
                    middle.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
        }
    }
}
