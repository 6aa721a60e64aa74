package org.voorwerp.challenges.galaxies;

import org.voorwerp.challenges.chance.Chance;

/// The attributes of the SDSS pipeline that the case study of 2010 mined, each with the way it comes about here.
///
/// `_ug` is a difference of two bands (a colour), `_u*z` a product of the values in the bands u and z. How strongly
/// each
/// of them knows of a merger was set so that their information gains fall in the order that the study found; the
/// coefficients of [Nature#torn] below are where that is done.
enum Attribute {
    PETRO_MAG_UG("petroMag_ug", 4) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return colour(nature, 1.45, 1.68) - 0.008 * nature.torn() + 1.2 * field.reddening() + chance.normal(0, 0.3);
        }
    },
    PETRO_MAG_GR("petroMag_gr", 4) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            double starburst = 0.0125 * nature.torn() + 0.02 * nature.clumps();
            return colour(nature, 0.69, 0.762) - starburst + field.reddening() + chance.normal(0, 0.085);
        }
    },
    PETRO_MAG_RI("petroMag_ri", 4) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return colour(nature, 0.345, 0.385)
                    - 0.002 * nature.torn()
                    + 0.6 * field.reddening()
                    + chance.normal(0, 0.06);
        }
    },
    PETRO_MAG_IZ("petroMag_iz", 4) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return colour(nature, 0.23, 0.28) - 0.002 * nature.torn() + chance.normal(0, 0.09);
        }
    },
    PETRO_RAD_UZ("petroRad_u*z", 3) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return grown(nature, 78, 0.62) * StrictMath.exp(0.05 * nature.torn() + chance.normal(0, 0.45));
        }
    },
    INV_CON_IND_U("invConInd_u", 4) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            double compact = nature.morphology() == Morphology.ELLIPTICAL ? 0.375 : 0.435;
            return Math.clamp(compact - 0.006 * nature.torn() + chance.normal(0, 0.05), 0.18, 0.7);
        }
    },
    ISO_ROWC_GRAD_UZ("isoRowcGrad_u*z", 4) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return drift(nature, 0.3, 0.07, chance);
        }
    },
    ISO_COLC_GRAD_UZ("isoColcGrad_u*z", 4) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return drift(nature, 0.27, 0.06, chance);
        }
    },
    ISO_A_UZ("isoA_u*z", 2) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return grown(nature, 1_900, 0.6) / nature.flattening() * StrictMath.exp(chance.normal(0, 0.28));
        }
    },
    ISO_B_UZ("isoB_u*z", 2) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return grown(nature, 1_700, 0.6) * nature.flattening() * StrictMath.exp(chance.normal(0, 0.28));
        }
    },
    ISO_A_GRAD_UZ("isoAGrad_u*z", 3) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            double spread = 0.108 * nature.torn() + 0.15 * nature.clumps() + chance.normal(0, 0.5);
            return grown(nature, 62, 0.26) * StrictMath.exp(spread);
        }
    },
    ISO_B_GRAD_UZ("isoBGrad_u*z", 3) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            double spread = 0.045 * nature.torn() + chance.normal(0, 0.55);
            return grown(nature, 41, 0.3) * nature.flattening() * StrictMath.exp(spread);
        }
    },
    ISO_PHI_GRAD_UZ("isoPhiGrad_u*z", 3) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return drift(nature, 16, 0.07, chance) * (0.4 + nature.flattening());
        }
    },
    TEXTURE_U("texture_u", 5) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return rough(nature, field, 0.12, 0.05, 0.5, chance);
        }
    },
    TEXTURE_G("texture_g", 5) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return rough(nature, field, 0.065, 0.197, 0.3, chance);
        }
    },
    LN_L_EXP_U("lnLExp_u", 3) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return misfit(
                    nature, field, 26, 0.06, nature.morphology() == Morphology.ELLIPTICAL ? 0.25 : 0, 0.5, chance);
        }
    },
    LN_L_EXP_G("lnLExp_g", 3) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return misfit(
                    nature, field, 96, 0.285, nature.morphology() == Morphology.ELLIPTICAL ? 0.12 : 0, 0.3, chance);
        }
    },
    LN_L_DEV_U("lnLDeV_u", 3) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return misfit(nature, field, 29, 0.05, nature.morphology() == Morphology.SPIRAL ? 0.3 : 0, 0.5, chance);
        }
    },
    LN_L_DEV_G("lnLDeV_g", 3) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            return misfit(nature, field, 104, 0.245, nature.morphology() == Morphology.SPIRAL ? 0.3 : 0, 0.32, chance);
        }
    },
    FRAC_DEV_U("fracDev_u", 4) {
        @Override
        double measure(Nature nature, Field field, Chance chance) {
            double bulge = nature.morphology() == Morphology.ELLIPTICAL ? 0.7 : 0.3;
            return Math.clamp(bulge + 0.045 * nature.torn() + chance.normal(0, 0.34), 0, 1);
        }
    };

    /// Name of the column.
    final String column;

    /// Decimals in the file.
    final int decimals;

    Attribute(String column, int decimals) {
        this.column = column;
        this.decimals = decimals;
    }

    /// What the pipeline measures for a galaxy in a field.
    abstract double measure(Nature nature, Field field, Chance chance);

    /// Young stars are blue, old ones red; an artefact may have any colour.
    private static double colour(Nature nature, double young, double old) {
        return switch (nature.morphology()) {
            case SPIRAL, MERGER -> young;
            case ELLIPTICAL -> old;
            case ARTEFACT -> young + (old - young) * (0.5 + nature.clumps());
        };
    }

    private static double grown(Nature nature, double median, double growth) {
        return median * StrictMath.exp(growth * nature.prominence());
    }

    /// Product of two gradients of a place or an angle, one a band: about 0, wider for a torn galaxy.
    private static double drift(Nature nature, double scale, double torn, Chance chance) {
        double widened = scale * StrictMath.exp(torn * nature.torn());
        double shared = chance.normal();
        return widened * (0.5 * shared + chance.normal()) * (0.5 * shared + chance.normal());
    }

    private static double rough(Nature nature, Field field, double median, double torn, double noise, Chance chance) {
        double knots = 0.42 * nature.clumps() + 0.1 * nature.prominence() - 0.4 * StrictMath.log(field.seeing());
        return median * StrictMath.exp(torn * nature.torn() + knots + chance.normal(0, noise));
    }

    /// Logarithm of the likelihood of a smooth profile: 0 is a perfect fit; brightness, knots and tails make it
    /// worse.
    private static double misfit(
            Nature nature, Field field, double median, double torn, double kind, double noise, Chance chance) {
        double worse = torn * nature.torn() + kind + 0.3 * nature.prominence() + 0.42 * nature.clumps();
        return -median * StrictMath.exp(worse - 0.3 * StrictMath.log(field.seeing()) + chance.normal(0, noise));
    }
}
