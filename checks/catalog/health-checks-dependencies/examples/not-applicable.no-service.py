def health(patient):
    return patient.pulse < 90
